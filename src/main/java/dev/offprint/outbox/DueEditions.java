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
import java.util.ArrayList;
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
  private static final int MOST_CHOICES = 3;

  private final SubscriberStore subscribers;
  private final EditionPlanner planner;
  private final Ledger ledger;
  private final Readers readers;
  private final Awaited sources;
  private final InstantSource clock;
  private final Instant started;

  /**
   * Prepares planning.
   *
   * @param clock its time now counts as the start of the process: sources are asked from then on
   */
  public DueEditions(
      SubscriberStore subscribers,
      EditionPlanner planner,
      Ledger ledger,
      Readers readers,
      Awaited sources,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.planner = planner;
    this.ledger = ledger;
    this.readers = readers;
    this.sources = sources;
    this.clock = clock;
    this.started = clock.instant();
  }

  /**
   * Plans for everyone whose hour has come. While a source has not answered, this is put off, but
   * nobody waits longer than the sources' patience, counted from the hour or, where that is later,
   * from the start of the process. Whoever missed several hours, because nothing ran, gets the
   * latest one.
   *
   * @return what was written down
   */
  public Planned planDue() {
    Planned planned = Planned.NOTHING;
    List<Subscriber> due = due();
    while (!due.isEmpty()) {
      planned = planned.plus(planRound(due, clock.instant()));
      due = due();
    }
    return planned;
  }

  private List<Subscriber> due() {
    Instant now = clock.instant();
    List<Subscriber> due = subscribers.due(now, ROUND);
    // In most minutes nobody is due, and then no source is asked about.
    if (due.isEmpty() || !sources.isMissing(now)) {
      return due;
    }
    return now.isBefore(started.plus(sources.patience()))
        ? List.of()
        : subscribers.due(now.minus(sources.patience()), ROUND);
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
  public Planned plan(LocalDate day, Collection<Subscriber> due) {
    Instant now = clock.instant();
    var planning = new Delivery.Planning(now, sources.missing(day, now));
    List<Subscriber> left = List.copyOf(due);
    Planned planned = Planned.NOTHING;
    for (int choice = 0; choice < MOST_CHOICES && !left.isEmpty(); choice++) {
      List<Subscriber> refused = new ArrayList<>();
      planned = planned.plus(choose(day, left, planning, refused));
      left = refused;
    }
    for (Subscriber subscriber : left) {
      String why = "its papers changed while it was planned; they are in the next edition";
      planned = planned.plus(skipped(ledger.skip(subscriber.id(), day, why, planning)));
    }
    return planned;
  }

  /**
   * Chooses once for each.
   *
   * @param refused takes those whose edition the ledger refused: two papers can become one between
   *     choosing and writing down, and the one was sent already
   */
  private Planned choose(
      LocalDate day, List<Subscriber> due, Delivery.Planning planning, List<Subscriber> refused) {
    Planned planned = Planned.NOTHING;
    try (DaySelection selection = planner.on(day)) {
      for (Subscriber subscriber : due) {
        if (ledger.hasEdition(subscriber.id(), day)) {
          continue;
        }
        switch (selection.plan(readers.of(subscriber))) {
          case Plan.Papers papers -> {
            var edition = new Edition(subscriber, day, papers.chosen());
            if (ledger.plan(edition, planning).isPresent()) {
              planned = planned.plus(new Planned(1, 0));
            } else {
              refused.add(subscriber);
            }
          }
          case Plan.Nothing nothing ->
              planned =
                  planned.plus(skipped(ledger.skip(subscriber.id(), day, nothing.why(), planning)));
        }
      }
    }
    return planned;
  }

  private static Planned skipped(boolean written) {
    return new Planned(0, written ? 1 : 0);
  }

  /** How many rows the ledger gained. */
  public record Planned(int editions, int skipped) {
    public static final Planned NOTHING = new Planned(0, 0);

    public Planned plus(Planned other) {
      return new Planned(editions + other.editions, skipped + other.skipped);
    }
  }
}
