package dev.offprint.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows below headings; columns are as wide as they must be, and the widest ones give way. */
public final class Table {
  private static final int WIDTH = 100;
  private static final String GAP = "  ";
  private static final Pattern NUMBER = Pattern.compile("[\\d,]+");

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    int[] widths = widths();
    boolean[] numbers = numbers();
    StringBuilder text = new StringBuilder();
    append(text, headings, widths, numbers);
    rows.forEach(row -> append(text, row, widths, numbers));
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(headings.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    for (; total > WIDTH; total--) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] > widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }

  private static void append(
      StringBuilder text, List<String> cells, int[] widths, boolean[] numbers) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = Text.cut(cells.get(i), widths[i]);
      String padding = " ".repeat(widths[i] - length(cell));
      line.append(i == 0 ? "" : GAP).append(numbers[i] ? padding + cell : cell + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** Which columns hold only numbers; these stand to the right. */
  private boolean[] numbers() {
    boolean[] numbers = new boolean[headings.size()];
    for (int i = 0; i < numbers.length; i++) {
      int column = i;
      numbers[i] =
          !rows.isEmpty()
              && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }
    return numbers;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
