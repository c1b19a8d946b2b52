package dev.offprint.outbox;

import dev.offprint.digests.Edition;
import dev.offprint.selection.DaySelection;
import dev.offprint.selection.EditionPlanner;
import dev.offprint.selection.Plan;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plans the editions that are due and writes each down, as an edition or as a skipped day with its
 * reason.
 *
 * <p>Safe to interrupt at any point: a subscriber is due until the ledger has a row for the day,
 * and the ledger takes one row for each subscriber and day.
 */
public final class DueEditions {
  // Bounds the memory of one round, not the number of editions: rounds follow until nobody is due.
  private static final int ROUND = 1_000;

  private final SubscriberStore subscribers;
  private final EditionPlanner planner;
  private final Ledger ledger;
  private final InstantSource clock;

  public DueEditions(
      SubscriberStore subscribers, EditionPlanner planner, Ledger ledger, InstantSource clock) {
    this.subscribers = subscribers;
    this.planner = planner;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Plans for everyone whose hour has come. Whoever missed several hours, because nothing ran, gets
   * the latest one.
   *
   * @return what was written down
   */
  public Planned planDue() {
    Planned planned = Planned.NOTHING;
    List<Subscriber> due = subscribers.due(clock.instant(), ROUND);
    while (!due.isEmpty()) {
      planned = planned.plus(planRound(due, clock.instant()));
      due = subscribers.due(clock.instant(), ROUND);
    }
    return planned;
  }

  private Planned planRound(List<Subscriber> due, Instant now) {
    Planned planned = Planned.NOTHING;
    var byDay =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    subscriber -> subscriber.preferences().timing().latestDayAt(now),
                    TreeMap::new,
                    Collectors.toList()));
    for (var day : byDay.entrySet()) {
      planned = planned.plus(plan(day.getKey(), day.getValue()));
    }
    for (Subscriber subscriber : due) {
      subscribers.setNextDue(subscriber.id(), subscriber.preferences().timing().nextAfter(now));
    }
    return planned;
  }

  /**
   * Plans one day for these subscribers, whatever their hour; those who have a row for the day are
   * left as they are.
   */
  public Planned plan(LocalDate day, Collection<Subscriber> readers) {
    int editions = 0;
    int skipped = 0;
    try (DaySelection selection = planner.on(day)) {
      for (Subscriber subscriber : readers) {
        if (ledger.hasEdition(subscriber.id(), day)) {
          continue;
        }
        switch (selection.plan(subscriber.preferences(), ledger.sentTo(subscriber.id()))) {
          case Plan.Papers papers -> {
            if (ledger
                .plan(new Edition(subscriber, day, papers.chosen()), clock.instant())
                .isPresent()) {
              editions++;
            }
          }
          case Plan.Nothing nothing -> {
            if (ledger.skip(subscriber.id(), day, nothing.why(), clock.instant())) {
              skipped++;
            }
          }
        }
      }
    }
    return new Planned(editions, skipped);
  }

  /** How many rows the ledger gained. */
  public record Planned(int editions, int skipped) {
    public static final Planned NOTHING = new Planned(0, 0);

    public Planned plus(Planned other) {
      return new Planned(editions + other.editions, skipped + other.skipped);
    }
  }
}
