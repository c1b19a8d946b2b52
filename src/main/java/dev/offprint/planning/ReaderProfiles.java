package dev.offprint.planning;

import dev.offprint.ledger.History;
import dev.offprint.ledger.PlanStore;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.Reader;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.FeedbackStore;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings together what choosing papers for a subscriber needs to know of them. */
public final class ReaderProfiles {
  private final PlanStore plans;
  private final FeedbackStore feedback;

  public ReaderProfiles(PlanStore plans, FeedbackStore feedback) {
    this.plans = plans;
    this.feedback = feedback;
  }

  /** What is known of one subscriber by now. */
  public Reader of(Subscriber subscriber) {
    return new Reader(
        subscriber.preferences(), feedback.of(subscriber.id()), plans.sentTo(subscriber.id()));
  }

  /**
   * What is known by now of those of many who have no row for a day, by their ids. Of what they
   * were sent it has all that could be chosen for the day: no candidate can have been in an edition
   * that is older than the oldest candidates, because papers do not become newer.
   */
  Map<Long, Reader> withoutEdition(Collection<Subscriber> subscribers, LocalDate day) {
    List<Long> ids = subscribers.stream().map(Subscriber::id).toList();
    Map<Long, History> histories = plans.histories(ids, DaySelector.firstDay(day));
    Map<Long, Feedback> said = feedback.of(ids);
    Map<Long, Reader> readers = new HashMap<>();
    for (Subscriber subscriber : subscribers) {
      History history = histories.getOrDefault(subscriber.id(), History.NONE);
      if (!history.days().contains(day)) {
        readers.put(
            subscriber.id(),
            new Reader(
                subscriber.preferences(),
                said.getOrDefault(subscriber.id(), Feedback.NONE),
                history.papers()));
      }
    }
    return readers;
  }
}
