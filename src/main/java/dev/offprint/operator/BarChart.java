package dev.offprint.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bar for each day, made of pieces that stand on each other, as an SVG of {@value #WIDTH} by
 * {@value #HEIGHT} that is stretched to its place.
 *
 * @param most what the highest bar comes to; 0 when there is nothing at all
 */
public record BarChart(List<Bar> bars, int most) {
  static final int WIDTH = 600;
  static final int HEIGHT = 100;
  private static final double GAP = 0.25;

  /** What was counted is seen, however little it is beside the rest. */
  private static final double LEAST = 1.5;

  public BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * A piece of a bar.
   *
   * @param kind by which the style sheet colours it
   */
  public record Bar(String kind, String x, String y, String width, String height, String title) {}

  /**
   * What a day comes to.
   *
   * @param counts as many as there are kinds, from the ground up
   */
  record Day(String title, List<Integer> counts) {
    int sum() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** A chart of some days, at least one. */
  static BarChart of(List<String> kinds, List<Day> days) {
    int most = days.stream().mapToInt(Day::sum).max().orElse(0);
    double step = (double) WIDTH / days.size();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days.size() && most > 0; i++) {
      Day day = days.get(i);
      double ground = HEIGHT;
      for (int kind = 0; kind < kinds.size(); kind++) {
        int count = day.counts().get(kind);
        if (count > 0) {
          double height = Math.max(LEAST, (double) HEIGHT * count / most);
          ground = Math.max(0, ground - height);
          bars.add(
              new Bar(
                  kinds.get(kind),
                  number((i + GAP / 2) * step),
                  number(ground),
                  number((1 - GAP) * step),
                  number(height),
                  day.title()));
        }
      }
    }
    return new BarChart(bars, most);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
