package dev.offprint.planning;

import dev.offprint.digests.Edition;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.metrics.PlanningTimers.Stage;
import dev.offprint.selection.DaySelection;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.Plan;
import dev.offprint.selection.Reader;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses from the papers of days, each of which is indexed once for the papers that there are, for
 * those whom the day's limit admits, which is looked up once. Not safe for use by threads.
 */
final class RoundSelection {
  private static final Logger LOG = LoggerFactory.getLogger(RoundSelection.class);

  // Around the world it is two days at a time.
  private static final int MOST_DAYS = 2;

  private final Readership readership;
  private final DaySelector selector;
  private final ReaderProfiles readers;
  private final PlanningTimers timers;
  private final Map<LocalDate, Optional<Readership.Waiting>> waiting = new HashMap<>();
  private final Map<LocalDate, Indexed> byDay = new LinkedHashMap<>();

  /** A day's papers, and what they were read by. */
  private record Indexed(DaySelection papers, Basis basis) {}

  /**
   * What a day's papers depend on, read before them.
   *
   * @param revision of the papers, see {@link DaySelector#revision()}
   * @param earliest day whose papers are chosen from
   */
  private record Basis(long revision, LocalDate earliest) {}

  RoundSelection(
      Readership readership, DaySelector selector, ReaderProfiles readers, PlanningTimers timers) {
    this.readership = readership;
    this.selector = selector;
    this.readers = readers;
    this.timers = timers;
  }

  /** Chooses for each, on all processors. */
  PlannedBatch choose(DueRound.DayReaders due) {
    LocalDate day = due.day();
    Map<Long, String> nothing = new HashMap<>();
    List<Subscriber> admitted = admitted(due, nothing);
    if (admitted.isEmpty()) {
      return new PlannedBatch(day, List.of(), nothing);
    }
    DaySelection selection = on(day);
    timers.time(
        Stage.EVALUATING,
        () -> selection.prepare(admitted.stream().map(each -> reader(due, each)).toList()));
    List<Plan> plans =
        timers.time(
            Stage.CHOOSING,
            () ->
                admitted.parallelStream()
                    .map(subscriber -> selection.plan(reader(due, subscriber)))
                    .toList());
    List<Edition> editions = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Subscriber subscriber = admitted.get(i);
      switch (plans.get(i)) {
        case Plan.Papers papers -> editions.add(Edition.of(subscriber, day, papers));
        case Plan.Nothing why -> nothing.put(subscriber.id(), why.why());
      }
    }
    return new PlannedBatch(day, editions, nothing);
  }

  /**
   * Those who are not to wait.
   *
   * @param why takes the reason of the others
   */
  private List<Subscriber> admitted(DueRound.DayReaders due, Map<Long, String> why) {
    if (due.subscribers().isEmpty()) {
      return List.of();
    }
    Optional<Readership.Waiting> those = waiting.computeIfAbsent(due.day(), readership::waiting);
    if (those.isEmpty()) {
      return due.subscribers();
    }
    List<Subscriber> admitted = new ArrayList<>();
    for (Subscriber subscriber : due.subscribers()) {
      if (those.get().includes(subscriber.id())) {
        why.put(subscriber.id(), those.get().why());
      } else {
        admitted.add(subscriber);
      }
    }
    return admitted;
  }

  private static Reader reader(DueRound.DayReaders due, Subscriber subscriber) {
    return Objects.requireNonNull(due.readers().get(subscriber.id()));
  }

  private DaySelection on(LocalDate day) {
    Indexed known = byDay.get(day);
    if (known != null) {
      return known.papers();
    }
    if (byDay.size() == MOST_DAYS) {
      byDay.remove(byDay.keySet().iterator().next());
    }
    Basis basis = basis();
    DaySelection made = timers.time(Stage.INDEX, () -> selector.on(day, basis.earliest()));
    if (made.withoutMeaning() > 0) {
      LOG.info(
          "for {}, {} of {} papers are compared by their words alone; what they mean is not worked"
              + " out yet",
          day,
          made.withoutMeaning(),
          made.size());
    }
    byDay.put(day, new Indexed(made, basis));
    return made;
  }

  private Basis basis() {
    return new Basis(selector.revision(), readers.earliest());
  }

  /** Has the papers of a day read anew if there may be others than when they were read. */
  void refresh(LocalDate day) {
    Indexed known = byDay.get(day);
    if (known != null && !known.basis().equals(basis())) {
      byDay.remove(day);
    }
  }
}
