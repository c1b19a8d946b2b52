package dev.offprint.cli.console;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * One record of comma-separated values (RFC 4180, section 2).
 *
 * <p>A value that a spreadsheet would take for a formula is written with an apostrophe before it,
 * and read without it: others decide on what stands in reasons and addresses.
 */
public final class CsvLine {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();
  private static final ObjectReader VALUES =
      CSV.readerForListOf(String.class)
          .with(CsvReadFeature.WRAP_AS_ARRAY)
          .with(CsvReadFeature.TRIM_SPACES);
  private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r]", Pattern.DOTALL);

  private CsvLine() {}

  /** The line of some values. */
  public static String of(List<String> values) {
    return CSV.writeValueAsString(values.stream().map(CsvLine::disarmed).toList()).stripTrailing();
  }

  private static String disarmed(String value) {
    return FORMULA.matcher(value).find() ? "'" + value : value;
  }

  private static String armed(String value) {
    return value.startsWith("'") && FORMULA.matcher(value.substring(1)).find()
        ? value.substring(1)
        : value;
  }

  /**
   * The values of a record; blanks around those without quotation marks are dropped.
   *
   * @param delimiter what stands between them
   * @throws IllegalArgumentException if a quotation mark is not closed
   */
  public static List<String> values(String text, char delimiter) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    try (MappingIterator<List<String>> records = VALUES.with(schema).readValues(text)) {
      List<String> values = records.next();
      if (records.hasNext()) {
        throw new IllegalArgumentException("a quotation mark is not closed");
      }
      return values.stream().map(CsvLine::armed).toList();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a quotation mark is not closed", e);
    }
  }
}
