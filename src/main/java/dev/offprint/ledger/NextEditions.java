package dev.offprint.ledger;

import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells when subscribers' next editions can come. There is one a day: whoever has today's, sent by
 * hand or before they chose another hour, gets none at that hour.
 */
public final class NextEditions {
  // A weekly edition that is about to be planned is that of up to six days ago.
  private static final int DAYS = 8;

  private final DeliveryStore deliveries;

  public NextEditions(DeliveryStore deliveries) {
    this.deliveries = deliveries;
  }

  /** A subscriber, next due when their next edition can come. */
  public Subscriber of(Subscriber subscriber, Instant now) {
    Set<LocalDate> days =
        deliveries.editions(subscriber.id(), since(now)).stream()
            .flatMap(edition -> Stream.ofNullable(edition.day()))
            .collect(Collectors.toUnmodifiableSet());
    return of(subscriber, days, now);
  }

  /** Some subscribers, each next due when their next edition can come. */
  public List<Subscriber> of(List<Subscriber> subscribers, Instant now) {
    return subscribers.stream().map(asOf(now)).toList();
  }

  /** The same for many, one after the other. */
  public UnaryOperator<Subscriber> asOf(Instant now) {
    Map<Long, Set<LocalDate>> days = deliveries.editionDays(since(now));
    return subscriber -> of(subscriber, days.getOrDefault(subscriber.id(), Set.of()), now);
  }

  private static LocalDate since(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS);
  }

  private static Subscriber of(Subscriber subscriber, Set<LocalDate> days, Instant now) {
    Timing timing = subscriber.preferences().timing();
    Instant due = subscriber.nextDue().isAfter(now) ? subscriber.nextDue() : now;
    if (!days.contains(timing.latestDayAt(due))) {
      return subscriber;
    }
    while (days.contains(timing.latestDayAt(due))) {
      due = timing.nextAfter(due);
    }
    return subscriber.dueAt(due);
  }
}
