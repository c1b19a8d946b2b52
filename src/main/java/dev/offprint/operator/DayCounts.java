package dev.offprint.operator;

import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.DeliveryCounts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * How the editions of the last days stand. A day that is over changes little, when a mail comes
 * back, so it is not counted anew each time.
 */
final class DayCounts {
  static final int DAYS = 30;
  private static final Duration LATELY = Duration.ofSeconds(10);
  private static final Duration BEFORE = Duration.ofMinutes(10);

  private final DeliveryCounts ledger;
  private final LongSupplier nanoseconds;
  private final TreeMap<LocalDate, Cached<Map<Status, Integer>>> days = new TreeMap<>();

  DayCounts(DeliveryCounts ledger, LongSupplier nanoseconds) {
    this.ledger = ledger;
    this.nanoseconds = nanoseconds;
  }

  /**
   * The last days, the first of them first.
   *
   * @param today the last of them
   */
  synchronized SequencedMap<LocalDate, Map<Status, Integer>> until(LocalDate today) {
    days.headMap(today.minusDays(DAYS - 1L)).clear();
    SequencedMap<LocalDate, Map<Status, Integer>> counts = new TreeMap<>();
    for (int back = DAYS - 1; back >= 0; back--) {
      LocalDate day = today.minusDays(back);
      boolean lately = back <= 1;
      Cached<Map<Status, Integer>> known =
          days.computeIfAbsent(
              day, wanted -> new Cached<>(() -> ledger.on(wanted), LATELY, nanoseconds));
      counts.put(day, lately ? known.get() : known.get(BEFORE));
    }
    return counts;
  }

  /** All of some days together. */
  static Map<Status, Integer> sum(Iterable<Map<Status, Integer>> counts) {
    Map<Status, Integer> sum = new EnumMap<>(Status.class);
    counts.forEach(day -> day.forEach((status, n) -> sum.merge(status, n, Integer::sum)));
    return sum;
  }
}
