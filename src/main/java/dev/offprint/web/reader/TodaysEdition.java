package dev.offprint.web.reader;

import dev.offprint.digests.Edition;
import dev.offprint.groups.GroupStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.NextEditions;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.messages.Message;
import dev.offprint.selection.Plan;
import dev.offprint.selection.Reader;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.FeedbackStore;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What today brings a subscriber: to be looked at, or to be sent at once. */
public final class TodaysEdition {
  private final Ledger ledger;
  private final FeedbackStore feedback;
  private final GroupStore groups;
  private final RecentPapers recent;
  private final InstantSource clock;

  TodaysEdition(People people, RecentPapers recent, InstantSource clock) {
    this.ledger = people.notices().ledger();
    this.feedback = people.liked().feedback();
    this.groups = people.groups();
    this.recent = recent;
    this.clock = clock;
  }

  /** Chooses for a subscriber as if they wanted this; without what they were sent. */
  public Plan plan(long subscriberId, Preferences wanted) {
    return recent.preview(
        Reader.of(
            wanted,
            groups.shared(subscriberId),
            feedback.of(subscriberId),
            ledger.plans().sentTo(subscriberId)));
  }

  /** Whether one can be sent: only to who is active, and one a day. */
  boolean canBeSent(Subscriber subscriber) {
    return subscriber.status() == Status.ACTIVE
        && ledger
            .deliveries()
            .edition(subscriber.id(), subscriber.today(clock.instant()))
            .isEmpty();
  }

  /**
   * Writes down the edition of today, if there is anything for the subscriber.
   *
   * @return whether there was, and they had none today
   */
  boolean send(Subscriber subscriber) {
    if (!canBeSent(subscriber)
        || !(plan(subscriber.id(), subscriber.preferences()) instanceof Plan.Papers papers)) {
      return false;
    }
    Instant now = clock.instant();
    LocalDate today = subscriber.today(now);
    Edition edition = Edition.of(subscriber, today, papers);
    return !ledger
        .plans()
        .plan(new PlannedBatch(today, List.of(edition), Map.of()), Delivery.Planning.at(now))
        .isEmpty();
  }

  /**
   * When the next edition comes by the timetable, in words; empty for whoever is on a pause without
   * an end.
   */
  public Optional<Message> next(Subscriber subscriber) {
    Instant now = clock.instant();
    NextEditions editions = new NextEditions(ledger.deliveries());
    if (subscriber.status() != Status.PAUSED) {
      return Optional.of(DueWords.of(editions.of(subscriber, now), now));
    }
    return Optional.ofNullable(subscriber.pausedUntil())
        .map(subscriber::dueAfterPause)
        .map(due -> DueWords.of(editions.of(subscriber.dueAt(due), now), now));
  }
}
