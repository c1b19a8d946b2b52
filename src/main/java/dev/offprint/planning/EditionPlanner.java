package dev.offprint.planning;

import dev.offprint.db.NodeShare;
import dev.offprint.digests.Edition;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.PlanWriter;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.metrics.PlanningTimers.Stage;
import dev.offprint.selection.DaySelector;
import dev.offprint.subscribers.DueSubscribers;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plans the editions that are due and writes each down, as an edition or as a skipped day with its
 * reason.
 *
 * <p>Safe to interrupt at any point: a subscriber is due until the ledger has a row for the day,
 * and the ledger takes one row for each subscriber and day.
 */
public final class EditionPlanner {
  // Bounds the memory of one round, not the number of editions: rounds follow until nobody is due.
  private static final int ROUND = 500;

  /** How many get their next hour at once; till then they are due, and the ledger knows better. */
  private static final int DUE_AGAIN = 2_000;

  /** Few, so that the first mails leave while the others are planned. */
  private static final int FIRST_ROUND = 100;

  private static final int MOST_CHOICES = 3;

  private final Readership readership;
  private final SubscriberStore subscribers;
  private final DaySelector selector;
  private final PlanWriter store;
  private final ReaderProfiles readers;
  private final PendingSources sources;
  private final InstantSource clock;
  private final Instant started;
  private final PlanningTimers timers;

  /**
   * Plans for a readership.
   *
   * @param clock its time now counts as the start of the process: sources are asked from then on
   */
  public EditionPlanner(
      Readership readership,
      DaySelector selector,
      PlanWriter store,
      ReaderProfiles readers,
      PendingSources sources,
      InstantSource clock,
      PlanningTimers timers) {
    this.readership = readership;
    this.subscribers = readership.subscribers();
    this.selector = selector;
    this.store = store;
    this.readers = readers;
    this.sources = sources;
    this.clock = clock;
    this.started = clock.instant();
    this.timers = timers;
  }

  /**
   * Plans for everyone whose hour has come, once those are active again whose pause has ended.
   * While a source has not answered, this is put off, but nobody waits longer than the sources'
   * patience, counted from the hour or, where that is later, from the start of the process. Whoever
   * missed several hours, because nothing ran, gets the latest one.
   *
   * @param share whom to plan for; another node plans for the others
   * @return what was written down
   */
  public Planned planDue(NodeShare share) {
    Instant now = clock.instant();
    subscribers.endPauses(now);
    DueSubscribers due = subscribers.due(now, share);
    List<Subscriber> first = due.next(FIRST_ROUND);
    // In most minutes nobody is due, and then no source is asked about.
    if (first.isEmpty() || !sources.isMissing(now)) {
      return planRounds(first, due, now);
    }
    if (now.isBefore(started.plus(sources.patience()))) {
      return Planned.NOTHING;
    }
    DueSubscribers waited = subscribers.due(now.minus(sources.patience()), share);
    return planRounds(waited.next(FIRST_ROUND), waited, now);
  }

  /** Plans round after round; the next one is read meanwhile. */
  private Planned planRounds(List<Subscriber> first, DueSubscribers due, Instant now) {
    Planned planned = Planned.NOTHING;
    RoundSelection days = new RoundSelection(readership, selector, readers, timers);
    List<Subscriber> done = new ArrayList<>();
    try (ExecutorService reading = Executors.newSingleThreadExecutor()) {
      DueRound round = read(() -> first, now);
      while (!round.due().isEmpty()) {
        CompletableFuture<DueRound> next =
            CompletableFuture.supplyAsync(() -> read(() -> due.next(ROUND), now), reading);
        List<PlannedBatch> chosen = round.days().stream().map(days::choose).toList();
        for (PlannedBatch plans : chosen) {
          planned = planned.plus(write(plans, days));
        }
        done.addAll(round.due());
        if (done.size() >= DUE_AGAIN) {
          setDueAgain(done, now);
        }
        round = timers.time(Stage.WAITING_FOR_READING, () -> awaited(next));
      }
    }
    if (!done.isEmpty()) {
      setDueAgain(done, now);
    }
    return planned;
  }

  private void setDueAgain(List<Subscriber> done, Instant now) {
    timers.time(Stage.WRITING, () -> subscribers.setDueAgain(done, now));
    done.clear();
  }

  private DueRound read(Supplier<List<Subscriber>> due, Instant now) {
    return timers.time(Stage.READING, () -> DueRound.read(due.get(), now, readers));
  }

  private static DueRound awaited(CompletableFuture<DueRound> next) {
    try {
      return next.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Plans one day for these subscribers, whatever their hour; those who have a row for the day are
   * left as they are.
   */
  public Planned plan(LocalDate day, Collection<Subscriber> due) {
    RoundSelection days = new RoundSelection(readership, selector, readers, timers);
    return write(days.choose(DueRound.DayReaders.read(day, due, readers)), days);
  }

  /**
   * Writes down what was chosen. Where the ledger refuses an edition, papers are chosen again: two
   * papers can become one between choosing and writing down, and the one was sent already.
   */
  private Planned write(PlannedBatch chosen, RoundSelection days) {
    LocalDate day = chosen.day();
    Instant now = clock.instant();
    var planning = new Delivery.Planning(now, sources.missing(day, now));
    Planned planned = Planned.NOTHING;
    PlannedBatch plans = chosen;
    for (int choice = 1; ; choice++) {
      Set<Long> written = write(plans, planning);
      planned = planned.plus(Planned.of(plans, written));
      List<Subscriber> refused =
          plans.editions().stream()
              .map(Edition::subscriber)
              .filter(subscriber -> !written.contains(subscriber.id()))
              .toList();
      if (refused.isEmpty()) {
        return planned;
      }
      if (choice == MOST_CHOICES) {
        return planned.plus(giveUp(day, refused, planning));
      }
      days.refresh(day);
      plans = days.choose(DueRound.DayReaders.read(day, refused, readers));
    }
  }

  private Planned giveUp(LocalDate day, List<Subscriber> refused, Delivery.Planning planning) {
    String why = "its papers changed each time it was planned";
    Map<Long, String> nothing =
        refused.stream().collect(Collectors.toMap(Subscriber::id, subscriber -> why));
    PlannedBatch plans = new PlannedBatch(day, List.of(), nothing);
    return Planned.of(plans, write(plans, planning));
  }

  private Set<Long> write(PlannedBatch plans, Delivery.Planning planning) {
    return timers.time(Stage.WRITING, () -> store.plan(plans, planning));
  }

  /** How many rows the ledger gained. */
  public record Planned(int editions, int skipped) {
    public static final Planned NOTHING = new Planned(0, 0);

    private static Planned of(PlannedBatch plans, Set<Long> written) {
      int skipped = (int) plans.nothing().keySet().stream().filter(written::contains).count();
      return new Planned(written.size() - skipped, skipped);
    }

    public Planned plus(Planned other) {
      return new Planned(editions + other.editions, skipped + other.skipped);
    }
  }
}
