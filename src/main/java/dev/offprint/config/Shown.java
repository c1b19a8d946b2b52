package dev.offprint.config;

/** Makes what somebody wrote fit to stand in a message of one line. */
final class Shown {
  private static final int MOST_CHARACTERS = 80;

  private Shown() {}

  /** Without control characters, and cut where it gets long. */
  static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MOST_CHARACTERS)
        .map(character -> isControl(character) ? '\uFFFD' : character)
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > MOST_CHARACTERS ? shown + "…" : shown.toString();
  }

  static String quoted(String text) {
    return "\"" + plain(text) + "\"";
  }

  static boolean hasControlCharacter(String text) {
    return text.codePoints().anyMatch(Shown::isControl);
  }

  /** Control characters, and what else ends a line or is no character at all. */
  private static boolean isControl(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
