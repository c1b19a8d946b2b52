package dev.offprint.operator;

import dev.offprint.cli.console.TimingText;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who reads, and what comes back. */
final class ReadersView {
  /** From this on Gmail and Yahoo treat a sender's mails as unwanted, and before it warn. */
  private static final double UNWANTED = 0.003;

  private static final double TOO_MANY = 0.001;

  private final LedgerFigures figures;

  ReadersView(LedgerFigures figures) {
    this.figures = figures;
  }

  Map<String, Object> values() {
    Map<Subscriber.Status, Integer> counts = figures.overview().counts();
    List<Map<String, Object>> statuses = new ArrayList<>();
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int before = 0;
    for (Subscriber.Status status : Subscriber.Status.values()) {
      int count = counts.getOrDefault(status, 0);
      statuses.add(
          Map.of(
              "status", LedgerFigures.word(status),
              "count", FrontPage.shown(count),
              "x", share(before, all),
              "width", share(count, all)));
      before += count;
    }
    double complained = figures.returned().complained();
    return Map.of(
        "statuses", statuses,
        "all", FrontPage.shown(all),
        "bounced", percent(figures.returned().bounced()),
        "complained", percent(complained),
        "tone", complained >= UNWANTED ? "wrong" : complained >= TOO_MANY ? "warn" : "",
        "chart", returns());
  }

  /** What came back of each day, by its day. */
  private BarChart returns() {
    List<BarChart.Day> days = new ArrayList<>();
    figures
        .days()
        .forEach(
            (day, counts) ->
                days.add(
                    day(
                        day,
                        counts.getOrDefault(Status.BOUNCED, 0),
                        counts.getOrDefault(Status.COMPLAINED, 0))));
    return BarChart.of(List.of("returned", "failed"), days);
  }

  private static BarChart.Day day(LocalDate day, int bounced, int complained) {
    return new BarChart.Day(
        String.format(
            Locale.ROOT,
            "%s: %,d came back, %,d complained",
            TimingText.day(day),
            bounced,
            complained),
        List.of(bounced, complained));
  }

  private static String share(int count, int all) {
    return String.format(Locale.ROOT, "%.2f", all == 0 ? 0 : (double) BarChart.WIDTH * count / all);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
