package dev.offprint.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The records of a {@link CsvFile}, one after the other, so that a long file needs no more memory
 * than a short one.
 */
public final class CsvRecords {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /**
   * A quotation mark that is closed no sooner is a slip of one line, and no value of many. The
   * longest value of ours has a line for each of a hundred interests.
   */
  private static final int MOST_LINES = 250;

  private final BufferedReader input;
  private final Deque<String> ahead = new ArrayDeque<>();
  private int line = 1;
  private int columns;
  private final char delimiter;

  /** Reads as far as the first line that is not blank, which tells what stands between values. */
  public CsvRecords(BufferedReader input) throws IOException {
    this.input = input;
    String first = "";
    while (first.isBlank() && lookAhead(ahead.size() + 1)) {
      first = ahead.getLast();
    }
    this.delimiter = delimiter(first);
  }

  /** What stands between the values. */
  public char delimiter() {
    return delimiter;
  }

  /** The next record that is not blank; empty at the end. */
  public Optional<CsvFile.Row> next() throws IOException {
    while (lookAhead(1)) {
      int from = line;
      String record = take(length());
      if (!record.isBlank()) {
        columns = columns == 0 ? size(record) : columns;
        return Optional.of(new CsvFile.Row(from, record));
      }
    }
    return Optional.empty();
  }

  /**
   * The values of a record.
   *
   * @throws IllegalArgumentException if a quotation mark is not closed
   */
  public List<String> values(CsvFile.Row record) {
    return CsvLine.values(record.text(), delimiter);
  }

  private boolean lookAhead(int lines) throws IOException {
    while (ahead.size() < lines) {
      String next = input.readLine();
      if (next == null) {
        return false;
      }
      ahead.addLast(next);
    }
    return true;
  }

  private String take(int lines) {
    List<String> taken = new ArrayList<>(lines);
    for (int i = 0; i < lines; i++) {
      taken.add(ahead.removeFirst());
    }
    line += lines;
    return String.join("\n", taken);
  }

  /**
   * How many lines the next record has: to the line that closes its quotation marks, if it then has
   * as many values as the first. Otherwise a mark is a slip of one line, and the lines below are
   * records.
   */
  private int length() throws IOException {
    boolean open = false;
    for (int length = 1; length <= MOST_LINES && lookAhead(length); length++) {
      open ^= count(last(length), '"') % 2 == 1;
      if (!open) {
        return length == 1 || size(joined(length)) == columns ? length : 1;
      }
    }
    return 1;
  }

  /** Of the first so many lines ahead, the last, which is as good as always the last of all. */
  private String last(int length) {
    return length == ahead.size() ? ahead.getLast() : List.copyOf(ahead).get(length - 1);
  }

  private String joined(int length) {
    List<String> lines = new ArrayList<>(length);
    Iterator<String> each = ahead.iterator();
    for (int i = 0; i < length; i++) {
      lines.add(each.next());
    }
    return String.join("\n", lines);
  }

  private int size(String record) {
    try {
      return CsvLine.values(record, delimiter).size();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  /** The one that a line has most of. */
  private static char delimiter(String line) {
    String unquoted = line.replaceAll("\"[^\"]*\"", "");
    char best = DELIMITERS[0];
    for (char each : DELIMITERS) {
      if (count(unquoted, each) > count(unquoted, best)) {
        best = each;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
