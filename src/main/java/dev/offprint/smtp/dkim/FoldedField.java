package dev.offprint.smtp.dkim;

/** A header field in the making, folded before what would not fit on its line (RFC 5322, 2.2.3). */
final class FoldedField {
  /** Columns, without the line end: below the 78 of RFC 5322, section 2.1.1. */
  static final int WIDTH = 76;

  private final StringBuilder text;
  private int column;

  FoldedField(String name) {
    text = new StringBuilder(name).append(':');
    column = text.length();
  }

  /** A word, with a space or a fold before it. */
  FoldedField word(String word) {
    if (column + 1 + word.length() > WIDTH) {
      return line(word);
    }
    text.append(' ');
    column++;
    return add(word);
  }

  /** What belongs to the word before, with a fold between where it does not fit. */
  FoldedField more(String part) {
    return column + part.length() > WIDTH ? line(part) : add(part);
  }

  /** What belongs to the word before and may be cut anywhere, such as base64. */
  FoldedField cut(String text) {
    int at = 0;
    while (at < text.length()) {
      if (column >= WIDTH) {
        line("");
      }
      int end = Math.min(text.length(), at + WIDTH - column);
      add(text.substring(at, end));
      at = end;
    }
    return this;
  }

  private FoldedField line(String word) {
    text.append("\r\n ");
    column = 1;
    return add(word);
  }

  private FoldedField add(String word) {
    text.append(word);
    column += word.length();
    return this;
  }

  /** Folded so far, without a line end. */
  @Override
  public String toString() {
    return text.toString();
  }
}
