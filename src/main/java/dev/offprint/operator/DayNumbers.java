package dev.offprint.operator;

import dev.offprint.ledger.Delivery.Status;
import java.util.List;
import java.util.Map;

/**
 * The editions of a day, as far as they are told apart on the page.
 *
 * @param returned that left, and came back or were complained of
 * @param waiting that are planned, on the wire or to be tried again
 */
record DayNumbers(int sent, int returned, int failed, int skipped, int waiting) {
  /** What the pieces of a bar are called, from the ground up. */
  static final List<String> KINDS = List.of("sent", "returned", "failed", "waiting", "skipped");

  static DayNumbers of(Map<Status, Integer> counts) {
    return new DayNumbers(
        count(counts, Status.SENT),
        count(counts, Status.BOUNCED, Status.COMPLAINED),
        count(counts, Status.FAILED),
        count(counts, Status.SKIPPED),
        count(counts, Status.PLANNED, Status.SENDING, Status.DEFERRED));
  }

  private static int count(Map<Status, Integer> counts, Status... wanted) {
    int sum = 0;
    for (Status status : wanted) {
      sum += counts.getOrDefault(status, 0);
    }
    return sum;
  }

  int all() {
    return sent + returned + failed + skipped + waiting;
  }

  /** In the order of {@link #KINDS}. */
  List<Integer> pieces() {
    return List.of(sent, returned, failed, waiting, skipped);
  }

  /** By their names, as they are written. */
  Map<String, String> shown() {
    return Map.of(
        "planned", FrontPage.shown(all()),
        "sent", FrontPage.shown(sent + returned),
        "returned", FrontPage.shown(returned),
        "failed", FrontPage.shown(failed),
        "skipped", FrontPage.shown(skipped),
        "waiting", FrontPage.shown(waiting));
  }
}
