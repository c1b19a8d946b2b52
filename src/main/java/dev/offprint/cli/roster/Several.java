package dev.offprint.cli.roster;

import java.util.List;
import java.util.stream.Stream;

/**
 * Several texts as one value: one a line, or with semicolons between them where there is but one
 * line.
 */
final class Several {
  private Several() {}

  static List<String> read(String value) {
    Stream<String> parts =
        value.indexOf('\n') >= 0 ? value.lines() : Stream.of(value.split(";", -1));
    return parts.map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** A single one with a semicolon in it gets an end of line, so that it is not taken apart. */
  static String written(List<String> texts) {
    return texts.size() == 1 && texts.getFirst().indexOf(';') >= 0
        ? texts.getFirst() + "\n"
        : String.join("\n", texts);
  }
}
