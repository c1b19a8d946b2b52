package dev.offprint.digests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets a filled text template: long lines are folded between words, the rest of a line standing
 * under its beginning, and a gap is one blank line whatever the template's conditions left. A
 * no-break space keeps words together and ends up as a plain one.
 */
final class TextLayout {
  /** The most characters on a line, so that a reply can quote it within 78 (RFC 3676, 4.2). */
  static final int WIDTH = 76;

  // A number such as "12. ", or a label with two blanks or more behind it: what follows hangs
  // there.
  private static final Pattern BEGINNING =
      Pattern.compile("^ *(?:\\d+\\. +(?=\\S)|\\p{L}+ {2,}(?=\\S))?");

  private final StringBuilder text;
  private boolean begun;
  private boolean gap;

  /** Lays out lines at the end of a text. */
  TextLayout(StringBuilder text) {
    this.text = text;
  }

  static String of(String filled) {
    StringBuilder text = new StringBuilder(filled.length() + 256);
    TextLayout layout = new TextLayout(text);
    filled.lines().forEach(layout::add);
    return text.toString();
  }

  void add(String raw) {
    String line = raw.stripTrailing();
    if (line.isEmpty()) {
      gap = begun;
    } else {
      endGap();
      fold(line);
    }
  }

  /** What comes next is a line with something in it. */
  void endGap() {
    text.append(gap ? "\n" : "");
    gap = false;
    begun = true;
  }

  private void fold(String line) {
    Matcher beginning = BEGINNING.matcher(line);
    int indent = beginning.lookingAt() ? beginning.end() : 0;
    text.append(line, 0, indent);
    int column = indent;
    int end;
    for (int start = indent; start <= line.length(); start = end + 1) {
      int blank = line.indexOf(' ', start);
      end = blank < 0 ? line.length() : blank;
      if (column > indent && column + 1 + end - start > WIDTH) {
        text.append('\n').repeat(' ', indent);
        column = indent;
      } else if (column > indent) {
        text.append(' ');
        column++;
      }
      addWord(line, start, end);
      column += end - start;
    }
    text.append('\n');
  }

  private void addWord(String line, int start, int end) {
    for (int i = start; i < end; i++) {
      char character = line.charAt(i);
      text.append(character == '\u00A0' ? ' ' : character);
    }
  }
}
