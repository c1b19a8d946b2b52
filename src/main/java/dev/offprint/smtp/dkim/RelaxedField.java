package dev.offprint.smtp.dkim;

import java.util.Locale;

/** A header field in DKIM's relaxed form (RFC 6376, section 3.4.2). */
final class RelaxedField {
  private RelaxedField() {}

  /** The name of a field, in lower case. */
  static String name(String field) {
    return field.substring(0, colon(field)).stripTrailing().toLowerCase(Locale.ROOT);
  }

  /**
   * Its name in lower case and its value on one line, several blanks being one space and none at
   * the ends.
   *
   * @param field folded or not, without its last CRLF
   * @return without a line end
   * @throws IllegalArgumentException if it has no name
   */
  static String of(String field) {
    StringBuilder relaxed = new StringBuilder(field.length()).append(name(field)).append(':');
    int start = relaxed.length();
    boolean blank = false;
    for (int at = colon(field) + 1; at < field.length(); at++) {
      char character = field.charAt(at);
      switch (character) {
        case ' ', '\t' -> blank = true;
        case '\r', '\n' -> {}
        default -> {
          if (blank && relaxed.length() > start) {
            relaxed.append(' ');
          }
          blank = false;
          relaxed.append(character);
        }
      }
    }
    return relaxed.toString();
  }

  private static int colon(String field) {
    int colon = field.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("not a header field");
    }
    return colon;
  }
}
