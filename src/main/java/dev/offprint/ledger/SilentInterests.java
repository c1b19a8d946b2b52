package dev.offprint.ledger;

import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells which interests have brought a subscriber nothing for two weeks. */
public final class SilentInterests {
  private static final int DAYS = 14;

  private final SubscriberStore subscribers;
  private final DeliveryStore deliveries;

  public SilentInterests(SubscriberStore subscribers, DeliveryStore deliveries) {
    this.subscribers = subscribers;
    this.deliveries = deliveries;
  }

  /**
   * The interests that brought no paper in the last {@value #DAYS} days. There are none of a
   * subscriber who was to get no mail for them all that time, or whose interests were other ones.
   */
  public Set<Interest> of(Subscriber subscriber, Instant now) {
    if (!isJudged(subscriber, now.minus(Duration.ofDays(DAYS)))) {
      return Set.of();
    }
    Set<String> brought =
        deliveries.matched(subscriber.id(), subscriber.today(now).minusDays(DAYS - 1L)).keySet();
    Set<Interest> silent = new LinkedHashSet<>(subscriber.preferences().interests());
    silent.removeIf(interest -> brought.contains(interest.text()));
    return silent;
  }

  private boolean isJudged(Subscriber subscriber, Instant since) {
    return subscriber.status() == Status.ACTIVE
        && subscriber.preferences().content().matching()
        && !subscriber.preferences().interests().isEmpty()
        && !subscribers.hasChangedInterests(subscriber.id(), since);
  }
}
