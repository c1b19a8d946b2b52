package dev.offprint.text;

/** Decides whether a text is TeX at all, before anything uncertain in it is taken for TeX. */
final class TexEvidence {
  private static final int REACH = 4_000;

  private TexEvidence() {}

  /**
   * Whether the text holds a known command, a macro with empty braces, or mathematics in dollars.
   */
  static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$') {
        if (MathSpan.end(text, i) >= 0) {
          return true;
        }
      } else if (c == '\\') {
        int end = i + 1;
        while (end < text.length() && TexCursor.isAsciiLetter(text.charAt(end))) {
          end++;
        }
        if (isCommand(text, i, end)) {
          return true;
        }
        i = Math.max(i + 1, end - 1);
      }
    }
    return false;
  }

  private static boolean isCommand(String text, int backslash, int end) {
    String name = text.substring(backslash + 1, end);
    if (name.isEmpty()) {
      return end < text.length()
          && text.startsWith("(", end)
          && text.indexOf("\\)", end, Math.min(text.length(), end + REACH)) > 0;
    }
    if (text.startsWith("{}", end)) {
      return true;
    }
    if (name.length() == 1) {
      return end < text.length() && text.charAt(end) == '{' && TexSymbols.find(name) != null;
    }
    return TexSymbols.find(name) != null && !(backslash > 0 && text.charAt(backslash - 1) == '\\');
  }
}
