package dev.offprint.cli.console;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** One record of comma-separated values on one line (RFC 4180, section 2). */
public final class CsvLine {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();
  private static final ObjectReader VALUES =
      CSV.readerForListOf(String.class)
          .with(CsvReadFeature.WRAP_AS_ARRAY)
          .with(CsvReadFeature.TRIM_SPACES);

  private CsvLine() {}

  public static String of(List<String> values) {
    return CSV.writeValueAsString(values).stripTrailing();
  }

  /**
   * The values of a line; blanks around those without quotation marks are dropped.
   *
   * @throws IllegalArgumentException if a quotation mark is not closed
   */
  public static List<String> values(String line) {
    try (MappingIterator<List<String>> records = VALUES.readValues(line)) {
      return records.next();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a quotation mark is not closed", e);
    }
  }
}
