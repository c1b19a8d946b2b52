package dev.offprint.text;

import java.text.Normalizer;

/** Decides whether a text is TeX at all, before anything uncertain in it is taken for TeX. */
final class TexEvidence {
  private static final int REACH = 4_000;
  private static final String ACCENT_SIGNS = "'`^\"~=.";

  private TexEvidence() {}

  /**
   * Whether the text holds a known command, a macro with empty braces, an accent as nothing but TeX
   * writes it, or mathematics in dollars.
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
      return isSign(text, backslash, end);
    }
    if (text.startsWith("{}", end)) {
      return true;
    }
    TexSymbols.Symbol symbol = TexSymbols.find(name);
    if (symbol == null) {
      return false;
    }
    if (name.length() == 1) {
      return at(text, end) == '{' || isLetterCommand(text, backslash, end, symbol);
    }
    return at(text, backslash - 1) != '\\';
  }

  /** {@code \(} with its partner, an accent on a dotless letter, or one that braces enclose. */
  private static boolean isSign(String text, int backslash, int end) {
    char sign = at(text, end);
    if (sign == '(') {
      return text.indexOf("\\)", end, Math.min(text.length(), end + REACH)) > 0;
    }
    boolean dotless =
        (text.startsWith("\\i", end + 1) || text.startsWith("\\j", end + 1))
            && !TexCursor.isAsciiLetter(at(text, end + 3));
    boolean enclosed =
        at(text, backslash - 1) == '{'
            && at(text, end + 1) == ' '
            && TexCursor.isAsciiLetter(at(text, end + 2))
            && at(text, end + 3) == '}';
    return ACCENT_SIGNS.indexOf(sign) >= 0 && (dotless || enclosed);
  }

  private static boolean isLetterCommand(
      String text, int backslash, int end, TexSymbols.Symbol symbol) {
    char before = at(text, backslash - 1);
    int next = end;
    while (at(text, next) == ' ') {
      next++;
    }
    char base = at(text, next);
    boolean apart = next > end && TexCursor.isAsciiLetter(base);
    if (symbol.kind() == TexSymbols.SymbolClass.ACCENT) {
      boolean dotless = base == '\\' && (at(text, next + 1) == 'i' || at(text, next + 1) == 'j');
      return (before == '{' && (apart || dotless))
          || (apart
              && isWord(text, backslash)
              && (Character.isLetter(before) || Character.isUpperCase(base))
              && takesLetter(text.substring(backslash + 1, end), symbol.shown(), before, base));
    }
    if (symbol.kind() == TexSymbols.SymbolClass.LETTER) {
      boolean capital = Character.isUpperCase(text.charAt(backslash + 1));
      return (before == '{' && (apart || base == '}'))
          || (apart
              && isWord(text, backslash)
              && (Character.isLetter(before) || (capital && Character.isLowerCase(base))));
    }
    return false;
  }

  /**
   * Whether an accent with a letter for its name, such as {@code \v}, is on the letter behind the
   * white space after it.
   */
  static boolean takesLetter(String name, String mark, char before, char base) {
    boolean known =
        Normalizer.normalize(Character.toString(base) + mark, Normalizer.Form.NFC).length() == 1;
    boolean consonant = "aeiou".indexOf(base) < 0;
    return known
        && "cvuHkr".contains(name)
        && (Character.isLetter(before) || (consonant && !Character.isDigit(before)));
  }

  /** Whether the accent at the cursor, before a bare letter, is one in a text without other TeX. */
  static boolean isBareAccent(TexCursor cursor, char sign) {
    char before = cursor.peek(-1);
    char base = cursor.peek(2);
    char next = cursor.peek(3);
    if (before == '{' && next == '}') {
      return true;
    }
    boolean starts = Character.isUpperCase(base) && Character.isLowerCase(next);
    return switch (sign) {
      // "a\.com" is an escaped point.
      case '.' -> starts || (base == 'z' && Character.isLetter(before) && next != 'i' && next != 0);
      case '=' -> starts || Character.isLetter(before);
      default -> true;
    };
  }

  /** Whether nothing but letters and hyphens stands before it since the last blank. */
  private static boolean isWord(String text, int end) {
    int i = end - 1;
    while (i >= 0
        && end - i < 40
        && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '-')) {
      i--;
    }
    return i < 0
        || Character.isWhitespace(text.charAt(i))
        || "({[“\"'".indexOf(text.charAt(i)) >= 0;
  }

  private static char at(String text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }
}
