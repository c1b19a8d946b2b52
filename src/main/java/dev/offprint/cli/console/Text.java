package dev.offprint.cli.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How plain text is laid out for a terminal. */
public final class Text {
  /** The usual width of a terminal, in characters. */
  public static final int WIDTH = 80;

  private static final int QUOTED = 60;

  /** Where the text behind a label begins. */
  private static final int LABEL = 12;

  private Text() {}

  /** What somebody typed, in quotes, on one line and not too long. */
  public static String quoted(String typed) {
    return "'" + cut(oneLine(typed), QUOTED) + "'";
  }

  public static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  /** At most so many characters, the last one being an ellipsis if some had to go. */
  public static String cut(String text, int width) {
    if (text.codePointCount(0, text.length()) <= width) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, width - 1)).stripTrailing() + "…";
  }

  /** Breaks text between words; a word that is wider than a line keeps one to itself. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The first lines of a text, with an ellipsis where it goes on. */
  public static List<String> wrap(String text, int width, int most) {
    List<String> lines = wrap(text, width);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, most - 1));
    first.add(shortened(lines.get(most - 1), width));
    return first;
  }

  /** A line with an ellipsis behind it, words left out where there is no room for that. */
  private static String shortened(String line, int width) {
    String rest = line;
    while (length(rest) + 2 > width && rest.contains(" ")) {
      rest = rest.substring(0, rest.lastIndexOf(' '));
    }
    return cut(rest + " …", width);
  }

  /** Sentences, each wrapped and beginning a line. */
  public static String paragraph(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> String.join("\n", wrap(sentence, WIDTH)) + "\n")
        .collect(Collectors.joining());
  }

  /** A text behind a label, wrapped so that its lines stand below each other. */
  public static String labelled(String label, String text) {
    String indent = " ".repeat(LABEL);
    return label
        + " ".repeat(Math.max(1, LABEL - label.length()))
        + String.join("\n" + indent, wrap(text, WIDTH - LABEL));
  }

  /** "1 paper", "13 papers"; thousands are grouped. */
  public static String count(int number, String singular) {
    return count(number, singular, singular + "s");
  }

  public static String count(int number, String singular, String plural) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? singular : plural);
  }

  /** A constant as people read it. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** What a file is called in messages. */
  public static String file(Path file) {
    return file.equals(Installation.STANDARD_INPUT) ? "standard input" : file.toString();
  }
}
