package dev.offprint.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one key where it is declared; the loader, the reference page and the example file all
 * read it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {
  /** The value when nothing is configured, as it would be written in the environment. */
  String initial();

  /** One or two sentences for the operator: what it does, and its unit. */
  String help();

  /**
   * Whether the value is never shown, and may come from a file by the key with {@code _file} behind
   * it. Only for text of a form whose messages never quote the value.
   */
  boolean secret() default false;

  /** The least value of a number. */
  int least() default 0;

  /** The greatest value of a number. */
  int most() default Integer.MAX_VALUE;

  /** What a text must look like. */
  Form form() default Form.TEXT;
}
