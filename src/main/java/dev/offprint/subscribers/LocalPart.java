package dev.offprint.subscribers;

import java.nio.charset.StandardCharsets;

/** The part of an address before its {@code @}: a dot-atom, or one in UTF-8 (RFC 6531, 3.3). */
final class LocalPart {
  /** RFC 5321, section 4.5.3.1.1. */
  private static final int MAX_OCTETS = 64;

  /** Beside letters and digits, RFC 5322, section 3.2.3. */
  private static final String ALLOWED_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  private LocalPart() {}

  /**
   * Says what is wrong with a local part.
   *
   * @throws IllegalArgumentException if anything is
   */
  static void check(String local) {
    if (local.isEmpty()) {
      throw new IllegalArgumentException("there is nothing before the @");
    }
    if (local.indexOf('"') >= 0) {
      throw new IllegalArgumentException("quotation marks before the @ are not taken");
    }
    if (local.indexOf('(') >= 0 || local.indexOf(')') >= 0) {
      throw new IllegalArgumentException("comments in parentheses are not taken");
    }
    if (local.indexOf('<') >= 0) {
      throw new IllegalArgumentException("type the address alone, without < and > or a name");
    }
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      throw new IllegalArgumentException(
          "the part before the @ must not begin or end with a dot, nor have two in a row");
    }
    for (int at = 0; at < local.length(); at += Character.charCount(local.codePointAt(at))) {
      int character = local.codePointAt(at);
      if (!isAllowed(character)) {
        throw new IllegalArgumentException(
            isVisible(character)
                ? "“" + Character.toString(character) + "” cannot stand before the @"
                : "there is a character that cannot be seen before the @; type it anew");
      }
    }
    if (octets(local) > MAX_OCTETS) {
      throw new IllegalArgumentException(
          "the part before the @ is too long: at most " + MAX_OCTETS + " characters are delivered");
    }
  }

  static int octets(String local) {
    return local.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isAllowed(int character) {
    if (character < 128) {
      return Character.isLetterOrDigit(character) || ALLOWED_SIGNS.indexOf(character) >= 0;
    }
    return isVisible(character);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Some scripts cannot spell every name without the two joiners; the rest of the format
      // characters turn text around or hide in it.
      case Character.FORMAT -> character == 0x200C || character == 0x200D;
      default -> true;
    };
  }
}
