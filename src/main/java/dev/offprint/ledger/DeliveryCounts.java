package dev.offprint.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger in numbers, for whoever watches it. Every method is one transaction. */
public interface DeliveryCounts {
  /**
   * How many editions of a day have each status, and how many mails of that day to people who were
   * forgotten since. Statuses that none has are left out.
   */
  Map<Delivery.Status, Integer> on(LocalDate day);

  /** Why editions of a day were skipped, and how many for each reason, the most first. */
  Map<String, Integer> skipped(LocalDate day, int limit);

  /** What waits to be sent; what is on the wire does not. */
  Waiting waiting();

  /**
   * Mails that failed, came back or were complained of, the last first: editions of a day and of
   * later ones, and other mails.
   */
  List<Delivery> troubled(LocalDate since, int limit);

  /**
   * Mails that wait.
   *
   * @param oldest when the one was planned that was planned first
   * @param next when the first is tried
   */
  record Waiting(int count, Optional<Instant> oldest, Optional<Instant> next) {}
}
