package dev.offprint.text;

/** Finds the addresses of pages in running text, which are never changed. */
final class Addresses {
  private static final String ENDS = "{}\\<>\"`|^";

  private Addresses() {}

  /** Whether the address of a page starts there. */
  static boolean startsAt(String text, int at) {
    char c = text.charAt(at);
    if (c != 'h' && c != 'w' && c != 'f' && c != 'H') {
      return false;
    }
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return false;
    }
    return text.regionMatches(true, at, "http://", 0, 7)
        || text.regionMatches(true, at, "https://", 0, 8)
        || text.startsWith("www.", at)
        || text.startsWith("ftp://", at);
  }

  /** Where the address that starts there ends. */
  static int end(String text, int start) {
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean closing = c == '$' && !(i + 1 < text.length() && isName(text.charAt(i + 1)));
      if (isBreak(c) || ENDS.indexOf(c) >= 0 || closing) {
        // A backslash is no character of an address: TeX has escaped the next one.
        if (c == '\\' && i + 1 < text.length() && "_%#&~".indexOf(text.charAt(i + 1)) >= 0) {
          i += 2;
          continue;
        }
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean isBreak(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isSurrogate(c);
  }

  private static boolean isName(char c) {
    return TexCursor.isAsciiLetter(c) || Character.isDigit(c);
  }
}
