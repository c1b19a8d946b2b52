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

  private TextLayout() {}

  static String of(String filled) {
    StringBuilder text = new StringBuilder(filled.length() + 256);
    boolean gap = false;
    for (String raw : filled.split("\\R", -1)) {
      String line = raw.stripTrailing();
      if (line.isEmpty()) {
        gap = !text.isEmpty();
      } else {
        text.append(gap ? "\n" : "");
        gap = false;
        fold(line, text);
      }
    }
    return text.toString();
  }

  private static void fold(String line, StringBuilder text) {
    Matcher beginning = BEGINNING.matcher(line);
    int indent = beginning.lookingAt() ? beginning.end() : 0;
    text.append(line, 0, indent);
    int column = indent;
    for (String word : line.substring(indent).split(" ", -1)) {
      if (column > indent && column + 1 + word.length() > WIDTH) {
        text.append('\n').append(" ".repeat(indent));
        column = indent;
      } else if (column > indent) {
        text.append(' ');
        column++;
      }
      text.append(word.replace('\u00A0', ' '));
      column += word.length();
    }
    text.append('\n');
  }
}
