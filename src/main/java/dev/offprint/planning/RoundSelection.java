package dev.offprint.planning;

import dev.offprint.digests.Edition;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.planning.PlanningTimes.Stage;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses from the papers of days, each of which is indexed once. Not safe for use by threads. */
final class RoundSelection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RoundSelection.class);

  // Around the world it is two days at a time.
  private static final int KEPT = 2;

  private final DaySelector planner;
  private final PlanningTimes times;
  private final Map<LocalDate, DaySelection> byDay = new LinkedHashMap<>();

  RoundSelection(DaySelector planner, PlanningTimes times) {
    this.planner = planner;
    this.times = times;
  }

  /** Chooses for each, on all processors. */
  PlannedBatch choose(DueRound.Part part) {
    LocalDate day = part.day();
    if (part.subscribers().isEmpty()) {
      return new PlannedBatch(day, List.of(), Map.of());
    }
    DaySelection selection = on(day);
    times.of(
        Stage.EVALUATING,
        () -> {
          selection.prepare(part.readers().values());
          return selection;
        });
    List<Plan> plans =
        times.of(
            Stage.CHOOSING,
            () ->
                part.subscribers().parallelStream()
                    .map(subscriber -> selection.plan(reader(part, subscriber)))
                    .toList());
    List<Edition> editions = new ArrayList<>();
    Map<Long, String> nothing = new HashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      Subscriber subscriber = part.subscribers().get(i);
      switch (plans.get(i)) {
        case Plan.Papers papers -> editions.add(new Edition(subscriber, day, papers.chosen()));
        case Plan.Nothing why -> nothing.put(subscriber.id(), why.why());
      }
    }
    return new PlannedBatch(day, editions, nothing);
  }

  private static Reader reader(DueRound.Part part, Subscriber subscriber) {
    return Objects.requireNonNull(part.readers().get(subscriber.id()));
  }

  private DaySelection on(LocalDate day) {
    DaySelection kept = byDay.get(day);
    if (kept != null) {
      return kept;
    }
    if (byDay.size() == KEPT) {
      forget(byDay.keySet().iterator().next());
    }
    DaySelection made = times.of(Stage.INDEX, () -> planner.on(day));
    if (made.withoutMeaning() > 0) {
      LOG.info(
          "for {}, {} of {} papers are compared by their words alone; what they mean is not worked"
              + " out yet",
          day,
          made.withoutMeaning(),
          made.size());
    }
    byDay.put(day, made);
    return made;
  }

  /** Has the papers of a day read anew when they are next chosen from. */
  void forget(LocalDate day) {
    DaySelection kept = byDay.remove(day);
    if (kept != null) {
      kept.close();
    }
  }

  @Override
  public void close() {
    byDay.values().forEach(DaySelection::close);
    byDay.clear();
  }
}
