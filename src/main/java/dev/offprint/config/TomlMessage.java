package dev.offprint.config;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Says why a text is not TOML, in the parser's words but without the text that it quotes. */
final class TomlMessage {
  /** From here on a message can quote the file, and the file can hold a secret. */
  private static final Pattern QUOTE = Pattern.compile("(?s)\\s*[.'\"(0-9\\n].*");

  private TomlMessage() {}

  static String of(JacksonException failure) {
    String message = QUOTE.matcher(failure.getOriginalMessage()).replaceFirst("");
    return message.startsWith("Invalid code point") ? "Invalid code point" : message;
  }
}
