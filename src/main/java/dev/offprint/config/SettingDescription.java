package dev.offprint.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key of the configuration.
 *
 * @param key such as {@code smtp.host}
 * @param type what its value is turned into
 * @param accepts what may be given, in words
 * @param initial its value when nothing is configured, as it would be written in the environment
 * @param help what it does, for the operator
 * @param secret whether its value is never shown
 */
public record SettingDescription(
    String key, Class<?> type, String accepts, String initial, String help, boolean secret) {

  /** The variable that sets it, such as {@code OFFPRINT_SMTP__HOST}. */
  public String variable() {
    return Variables.name(key);
  }

  /** What its key begins with, such as {@code sources.huggingface}. */
  public String section() {
    return key.substring(0, key.lastIndexOf('.'));
  }

  /** What its key ends with, such as {@code base_url}. */
  public String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** A valid value of this setting as TOML. */
  String toml(String value) {
    if (type == List.class) {
      return Stream.of(value.split(","))
          .map(String::strip)
          .filter(item -> !item.isEmpty())
          .map(SettingDescription::quoted)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    boolean bare = type == int.class || type == boolean.class;
    return bare ? value : quoted(value);
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
