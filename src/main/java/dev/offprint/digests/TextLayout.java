package dev.offprint.digests;

import dev.offprint.text.DisplayWidth;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets a filled text template: long lines are folded between words, the rest of a line standing
 * under its beginning, and a gap is one blank line whatever the template's conditions left. A
 * no-break space keeps words together and ends up as a plain one.
 */
final class TextLayout {
  /** The most columns of a line, so that replies can quote it twice within 78 (RFC 3676, 4.2). */
  static final int WIDTH = 72;

  // A bullet, a number such as "12. " or "[12] ", or a label with two blanks or more behind it:
  // what follows
  // hangs there.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^ *(?:\\* +(?=\\S)|\\d+\\. +(?=\\S)|\\[\\d+\\] +(?=\\S)|\\p{L}+ {2,}(?=\\S))?");

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
    if (DisplayWidth.of(line) <= WIDTH) {
      text.append(line.replace('\u00A0', ' ')).append('\n');
      return;
    }
    Matcher beginning = BEGINNING.matcher(line);
    int indent = beginning.lookingAt() ? beginning.end() : 0;
    // What hangs has a mark of its own before it only on the first line.
    text.append(line, 0, indent);
    int column = indent;
    int end;
    for (int start = indent; start <= line.length(); start = end + 1) {
      int blank = line.indexOf(' ', start);
      end = blank < 0 ? line.length() : blank;
      boolean isFirst = true;
      for (String part : parts(line.substring(start, end), WIDTH - indent)) {
        int width = DisplayWidth.of(part);
        int space = isFirst && column > indent ? 1 : 0;
        if (column > indent && column + space + width > WIDTH) {
          text.append('\n').repeat(' ', indent);
          column = indent;
          space = 0;
        }
        text.append(space > 0 ? " " : "").append(part.replace('\u00A0', ' '));
        column += space + width;
        isFirst = false;
      }
    }
    text.append('\n');
  }

  /**
   * A word in the parts that may stand on lines of their own: scripts without blanks have some, and
   * what is too long for a line is cut between characters, unless it is an address.
   */
  private static List<String> parts(String word, int room) {
    int width = DisplayWidth.of(word);
    boolean fits = width <= room;
    if ((fits && width <= word.codePointCount(0, word.length())) || word.contains("://")) {
      return List.of(word);
    }
    List<String> parts = new ArrayList<>();
    for (String part : between(BreakIterator.getLineInstance(Locale.ROOT), word)) {
      if (DisplayWidth.of(part) <= room) {
        parts.add(part);
      } else {
        parts.addAll(between(BreakIterator.getCharacterInstance(Locale.ROOT), part));
      }
    }
    return parts;
  }

  private static List<String> between(BreakIterator breaks, String text) {
    breaks.setText(text);
    List<String> parts = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }
}
