package dev.offprint.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One record of comma-separated values on one line (RFC 4180, section 2). */
public final class CsvLine {
  private CsvLine() {}

  public static String of(List<String> values) {
    return values.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String value) {
    return value.matches("[^\",\\r\\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }

  /**
   * The values of a line; blanks around those without quotation marks are dropped.
   *
   * @throws IllegalArgumentException if a quotation mark is not closed
   */
  public static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (quoted && character == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        value.append('"');
        i++;
      } else if (character == '"' && (quoted || value.toString().isBlank())) {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(character);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quotation mark is not closed");
    }
    values.add(value.toString().strip());
    return values;
  }
}
