package dev.offprint.planning;

import dev.offprint.ledger.History;
import dev.offprint.ledger.PlanStore;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.Reader;
import dev.offprint.subscribers.LikingStore;
import dev.offprint.subscribers.Likings;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings together what choosing papers for a subscriber needs to know of them. */
public final class ReaderProfiles {
  private final PlanStore plans;
  private final LikingStore likings;

  public ReaderProfiles(PlanStore plans, LikingStore likings) {
    this.plans = plans;
    this.likings = likings;
  }

  /** What is known of one subscriber by now. */
  public Reader of(Subscriber subscriber) {
    return new Reader(
        subscriber.preferences(), likings.of(subscriber.id()), plans.sentTo(subscriber.id()));
  }

  /**
   * What is known by now of those of many who have no row for a day, by their ids. Of what they
   * were sent it has all that could be chosen for the day: no candidate can have been in an edition
   * that is older than the oldest candidates, because papers do not become newer.
   */
  Map<Long, Reader> withoutEdition(Collection<Subscriber> subscribers, LocalDate day) {
    List<Long> ids = subscribers.stream().map(Subscriber::id).toList();
    Map<Long, History> histories = plans.histories(ids, DaySelector.firstDay(day));
    Map<Long, Likings> said = likings.of(ids);
    Map<Long, Reader> readers = new HashMap<>();
    for (Subscriber subscriber : subscribers) {
      History history = histories.getOrDefault(subscriber.id(), History.NONE);
      if (!history.days().contains(day)) {
        readers.put(
            subscriber.id(),
            new Reader(
                subscriber.preferences(),
                said.getOrDefault(subscriber.id(), Likings.NONE),
                history.papers()));
      }
    }
    return readers;
  }
}
