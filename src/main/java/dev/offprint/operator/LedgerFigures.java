package dev.offprint.operator;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.DeliveryCounts;
import dev.offprint.metrics.Figures;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.SubscriberStore.Overview;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** What the ledger and the subscribers come to, for the page and for the meters. */
public final class LedgerFigures {
  /** More would be a list to look through, for which there is the command line. */
  static final int TROUBLED = 10;

  private static final int REASONS = 6;
  private static final int TROUBLED_DAYS = 7;
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final ZoneId zone;
  private final DayCounts days;
  private final Cached<Overview> due;
  private final Cached<Overview> dueToday;
  private final Cached<DeliveryCounts.Waiting> waiting;
  private final Cached<Map<String, Integer>> skipped;
  private final Cached<List<Delivery>> troubled;

  /**
   * Reads nothing yet.
   *
   * @param zone in which a day is today
   */
  public LedgerFigures(
      DeliveryCounts ledger, SubscriberStore subscribers, InstantSource clock, ZoneId zone) {
    LongSupplier nanoseconds = System::nanoTime;
    this.clock = clock;
    this.zone = zone;
    this.days = new DayCounts(ledger, nanoseconds);
    this.due = new Cached<>(() -> subscribers.overview(clock.instant()), KEPT, nanoseconds);
    this.dueToday = new Cached<>(() -> subscribers.overview(tomorrow()), KEPT, nanoseconds);
    this.waiting = new Cached<>(ledger::waiting, KEPT, nanoseconds);
    this.skipped = new Cached<>(() -> ledger.skipped(today(), REASONS), KEPT, nanoseconds);
    this.troubled =
        new Cached<>(
            () -> ledger.troubled(today().minusDays(TROUBLED_DAYS - 1L), TROUBLED),
            KEPT,
            nanoseconds);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private Instant tomorrow() {
    return today().plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }

  SequencedMap<LocalDate, Map<Status, Integer>> days() {
    return days.until(today());
  }

  /** Subscribers, and how many are due until the day ends. */
  Overview overview() {
    return dueToday.get();
  }

  DeliveryCounts.Waiting waiting() {
    return waiting.get();
  }

  /** How long the oldest mail has waited; zero when none does. */
  Duration oldest() {
    Duration age =
        waiting()
            .oldest()
            .map(planned -> Duration.between(planned, clock.instant()))
            .orElse(Duration.ZERO);
    return age.isNegative() ? Duration.ZERO : age;
  }

  Map<String, Integer> skipped() {
    return skipped.get();
  }

  List<Delivery> troubled() {
    return troubled.get();
  }

  /** What came of all that was sent in 30 days. */
  Figures.Returned returned() {
    Map<Status, Integer> month = DayCounts.sum(days().values());
    int bounced = month.getOrDefault(Status.BOUNCED, 0);
    int complained = month.getOrDefault(Status.COMPLAINED, 0);
    return Figures.Returned.of(
        bounced, complained, bounced + complained + month.getOrDefault(Status.SENT, 0));
  }

  /**
   * For the meters; empty while the database does not answer.
   *
   * @param readiness says whether it does, so that nothing waits for it
   */
  public Optional<Figures> figures(Readiness readiness) {
    if (!readiness.isDatabaseThere()) {
      return Optional.empty();
    }
    try {
      var counted = days();
      Overview now = due.get();
      return Optional.of(
          new Figures(
              words(counted.lastEntry().getValue()),
              words(DayCounts.sum(counted.values())),
              returned(),
              new Figures.Queue(waiting().count(), oldest()),
              words(now.counts()),
              now.due()));
    } catch (RuntimeException e) {
      // Whoever works with the database has logged why; a meter without a value says the rest.
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Map<String, Integer> words(Map<E, Integer> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(count -> word(count.getKey()), Map.Entry::getValue));
  }

  /** Every status of an edition, in a word. */
  public static Set<String> editionStatuses() {
    return words(Status.values());
  }

  /** Every status of a subscriber, in a word. */
  public static Set<String> subscriberStatuses() {
    return words(Subscriber.Status.values());
  }

  private static Set<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(LedgerFigures::word)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
