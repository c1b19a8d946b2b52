package dev.offprint.text;

/** A place in a TeX source, and the pieces that are read from there. */
final class TexCursor {
  /** How far a bracketed option or the end of an environment is looked for, in characters. */
  private static final int REACH = 4_000;

  private static final int LONGEST_ARGUMENT = 1_500;

  private final String source;
  private int at;

  TexCursor(String source) {
    this.source = source;
  }

  boolean hasNext() {
    return at < source.length();
  }

  /** The character that far ahead, or 0 beyond the end. */
  char peek(int ahead) {
    int i = at + ahead;
    return i >= 0 && i < source.length() ? source.charAt(i) : 0;
  }

  char peek() {
    return peek(0);
  }

  void skip(int characters) {
    at = Math.min(source.length(), at + characters);
  }

  String source() {
    return source;
  }

  /** What comes next, at most so many characters. */
  String ahead(int characters) {
    return source.substring(at, Math.min(source.length(), at + characters));
  }

  int position() {
    return at;
  }

  String codePoint() {
    int c = source.codePointAt(at);
    at += Character.charCount(c);
    return Character.toString(c);
  }

  /** The letters from here on, possibly none. */
  String letters() {
    int start = at;
    while (isAsciiLetter(peek())) {
      at++;
    }
    return source.substring(start, at);
  }

  void skipSpaces() {
    while (hasNext() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  /** Goes back to before the white space that was skipped last. */
  void unskipSpaces() {
    while (at > 0 && Character.isWhitespace(peek(-1))) {
      at--;
    }
  }

  /** The first character after white space, or 0. */
  char afterSpaces() {
    int i = 0;
    while (at + i < source.length() && Character.isWhitespace(peek(i))) {
      i++;
    }
    return peek(i);
  }

  /** Up to that index, which becomes the place. */
  String upTo(int end) {
    String piece = source.substring(at, end);
    at = end;
    return piece;
  }

  /** Skips {@code {}} if it comes next. */
  boolean skipEmptyGroup() {
    if (peek() == '{' && peek(1) == '}') {
      at += 2;
      return true;
    }
    return false;
  }

  /**
   * The source of the group that starts here, without its braces. One that is not closed within
   * reach is none: only its brace is skipped, and what it holds is read like the rest.
   */
  String rawGroup() {
    skipSpaces();
    if (peek() != '{') {
      return "";
    }
    int depth = 0;
    for (int i = 0; i < LONGEST_ARGUMENT && at + i < source.length(); i++) {
      char c = peek(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        String group = source.substring(at + 1, at + i);
        at += i + 1;
        return group;
      }
    }
    at++;
    return "";
  }

  /** The source of a bracketed option that starts here, or the empty string. */
  String option() {
    if (peek() != '[') {
      return "";
    }
    int end = indexOf("]");
    if (end < 0) {
      return "";
    }
    String option = source.substring(at + 1, end);
    at = end + 1;
    return option;
  }

  /** Where that string next is, or -1 if it is not within reach. */
  int indexOf(String wanted) {
    return source.indexOf(wanted, at, Math.min(source.length(), at + REACH));
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
