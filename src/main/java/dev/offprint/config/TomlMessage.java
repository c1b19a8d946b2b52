package dev.offprint.config;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Says why a text is not TOML, in the parser's words but without the text that it quotes. */
final class TomlMessage {
  /** From here on a message can quote the file, and the file can hold a secret. */
  private static final Pattern QUOTE = Pattern.compile("(?s)\\s*[.'\"(0-9\\n].*");

  private TomlMessage() {}

  /** Why, in one line. */
  static String of(JacksonException failure) {
    String message = QUOTE.matcher(failure.getOriginalMessage()).replaceFirst("");
    return message.startsWith("Invalid code point") ? "Invalid code point" : message;
  }

  /** What to do about it. */
  static String remedy(String message) {
    return switch (message) {
      case "Table redefined" -> "write each section once";
      case "Duplicate key" -> "set each key once";
      case "Premature end of file" -> "close the quotes or the bracket that were opened before";
      case "Unknown token",
          "Invalid number representation",
          "More data after value has already ended" ->
          "put text in quotes, as in name = \"value\"";
      default -> "write it as toml.io describes it";
    };
  }
}
