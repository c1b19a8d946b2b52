package dev.offprint.templates;

/**
 * A template of the operator's that is missing or cannot be filled. The message is one line that
 * names the file, the line in it where one is known, and what is wrong.
 */
public final class BrokenTemplate extends RuntimeException {
  BrokenTemplate(String message) {
    super(message);
  }

  BrokenTemplate(String message, Throwable cause) {
    super(message, cause);
  }
}
