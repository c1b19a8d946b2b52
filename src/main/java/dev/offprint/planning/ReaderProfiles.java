package dev.offprint.planning;

import dev.offprint.groups.GroupStore;
import dev.offprint.groups.Shared;
import dev.offprint.ledger.History;
import dev.offprint.ledger.Ledger;
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
  private final Ledger ledger;
  private final FeedbackStore feedback;
  private final GroupStore groups;

  public ReaderProfiles(Ledger ledger, FeedbackStore feedback, GroupStore groups) {
    this.ledger = ledger;
    this.feedback = feedback;
    this.groups = groups;
  }

  /** What is known of one subscriber by now. */
  public Reader of(Subscriber subscriber) {
    return Reader.of(
        subscriber.preferences(),
        groups.shared(subscriber.id()),
        feedback.of(subscriber.id()),
        ledger.plans().sentTo(subscriber.id()));
  }

  /** The earliest day of whose papers it is known who was sent them. */
  LocalDate earliest() {
    return ledger.deliveries().retainedSince().orElse(LocalDate.MIN);
  }

  /**
   * What is known by now of those of many who have no row for a day, by their ids. Of what they
   * were sent it has all that could be chosen for the day: no candidate can have been in an edition
   * that is older than the oldest candidates, because papers do not become newer.
   */
  Map<Long, Reader> withoutEdition(Collection<Subscriber> subscribers, LocalDate day) {
    List<Long> ids = subscribers.stream().map(Subscriber::id).toList();
    Map<Long, History> histories = ledger.plans().histories(ids, DaySelector.firstDay(day));
    Map<Long, Feedback> said = feedback.of(ids);
    Map<Long, Shared> shared = groups.shared(ids);
    Map<Long, Reader> readers = new HashMap<>();
    for (Subscriber subscriber : subscribers) {
      History history = histories.getOrDefault(subscriber.id(), History.NONE);
      if (!history.days().contains(day)) {
        readers.put(
            subscriber.id(),
            Reader.of(
                subscriber.preferences(),
                shared.getOrDefault(subscriber.id(), Shared.NONE),
                said.getOrDefault(subscriber.id(), Feedback.NONE),
                history.papers()));
      }
    }
    return readers;
  }
}
