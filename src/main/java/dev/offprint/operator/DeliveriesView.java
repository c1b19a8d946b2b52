package dev.offprint.operator;

import dev.offprint.cli.console.TimingText;
import dev.offprint.ledger.Delivery.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Thirty days of editions: a chart, and the same as a table. */
final class DeliveriesView {
  private final SequencedMap<LocalDate, Map<Status, Integer>> days;

  DeliveriesView(SequencedMap<LocalDate, Map<Status, Integer>> days) {
    this.days = days;
  }

  Map<String, Object> values() {
    List<BarChart.Day> bars = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    days.forEach(
        (day, counts) -> {
          DayNumbers numbers = DayNumbers.of(counts);
          bars.add(new BarChart.Day(title(day, numbers), numbers.pieces()));
          Map<String, String> row = new HashMap<>(numbers.shown());
          row.put("day", TimingText.day(day));
          rows.addFirst(row);
        });
    return Map.of(
        "chart",
        BarChart.of(DayNumbers.KINDS, bars),
        "month",
        DayNumbers.of(DayCounts.sum(days.values())).shown(),
        "rows",
        rows,
        "first",
        TimingText.day(days.firstEntry().getKey()),
        "last",
        TimingText.day(days.lastEntry().getKey()));
  }

  private static String title(LocalDate day, DayNumbers numbers) {
    return String.format(
        Locale.ROOT,
        "%s: %,d sent, %,d came back, %,d failed, %,d waiting, %,d skipped",
        TimingText.day(day),
        numbers.sent() + numbers.returned(),
        numbers.returned(),
        numbers.failed(),
        numbers.waiting(),
        numbers.skipped());
  }
}
