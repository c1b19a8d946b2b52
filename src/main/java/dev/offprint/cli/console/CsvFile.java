package dev.offprint.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of delimited values as people have them (RFC 4180): with commas, semicolons, tabs or bars,
 * in UTF-8, UTF-16 or windows-1252, from a spreadsheet or from another program.
 *
 * @param delimiter what stands between the values
 * @param records all but blank lines, in order
 */
public record CsvFile(char delimiter, List<Row> records) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
    try {
      CsvRecords all = new CsvRecords(new BufferedReader(new StringReader(text)));
      List<Row> records = new ArrayList<>();
      for (Optional<Row> next = all.next(); next.isPresent(); next = all.next()) {
        records.add(next.get());
      }
      return new CsvFile(all.delimiter(), records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
