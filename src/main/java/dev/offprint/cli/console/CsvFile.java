package dev.offprint.cli.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of delimited values as people have them (RFC 4180): with commas, semicolons, tabs or bars,
 * in UTF-8, UTF-16 or windows-1252, from a spreadsheet or from another program.
 *
 * @param delimiter what stands between the values
 * @param records all but blank lines, in order
 */
public record CsvFile(char delimiter, List<Row> records) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** A quotation mark that is closed no sooner is a slip of one line, and no value of many. */
  private static final int MOST_LINES = 20;

  /**
   * One record, not yet taken apart.
   *
   * @param line where it begins, from 1
   */
  public record Row(int line, String text) {}

  public CsvFile {
    records = List.copyOf(records);
  }

  /**
   * Reads a file, or standard input when it is {@link Installation#STANDARD_INPUT}.
   *
   * @throws CommandFailure when it cannot be read
   */
  public static CsvFile read(Path file) {
    return InputFile.read(file, input -> of(text(input.readAllBytes())));
  }

  static String text(byte[] bytes) {
    Charset marked =
        startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
            ? StandardCharsets.UTF_16
            : StandardCharsets.UTF_8;
    try {
      String text = marked.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      // As spreadsheets write on Windows; every octet is a character there.
      return new String(bytes, WINDOWS_1252);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  static CsvFile of(String text) {
    List<String> lines = text.lines().toList();
    char delimiter =
        delimiter(lines.stream().filter(line -> !line.isBlank()).findFirst().orElse(""));
    List<Row> records = new ArrayList<>();
    int columns = 0;
    for (int from = 0; from < lines.size(); ) {
      int to = end(lines, from, delimiter, columns);
      String record = String.join("\n", lines.subList(from, to));
      if (!record.isBlank()) {
        records.add(new Row(from + 1, record));
        columns = columns == 0 ? size(record, delimiter) : columns;
      }
      from = to;
    }
    return new CsvFile(delimiter, records);
  }

  /**
   * Where the record that begins there ends: after the line that closes its quotation marks, if it
   * then has as many values as the first. Otherwise a mark is a slip of one line, and the lines
   * below are records.
   */
  private static int end(List<String> lines, int from, char delimiter, int columns) {
    boolean open = false;
    for (int to = from; to < Math.min(lines.size(), from + MOST_LINES); to++) {
      open ^= count(lines.get(to), '"') % 2 == 1;
      if (!open) {
        boolean whole =
            to == from
                || size(String.join("\n", lines.subList(from, to + 1)), delimiter) == columns;
        return whole ? to + 1 : from + 1;
      }
    }
    return from + 1;
  }

  private static int size(String record, char delimiter) {
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

  /**
   * The values of a record.
   *
   * @throws IllegalArgumentException if a quotation mark is not closed
   */
  public List<String> values(Row record) {
    return CsvLine.values(record.text(), delimiter);
  }
}
