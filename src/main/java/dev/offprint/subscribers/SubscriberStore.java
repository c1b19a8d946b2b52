package dev.offprint.subscribers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps subscribers. */
public interface SubscriberStore {
  /**
   * Adds a subscriber whose first edition is due at the first chosen time after {@code now}.
   *
   * @return empty when the address, in any spelling, has a subscriber already; nothing is changed
   *     then
   */
  Optional<Subscriber> add(
      EmailAddress address, Subscriber.Status status, Preferences preferences, Instant now);

  Optional<Subscriber> find(EmailAddress address);

  Optional<Subscriber> find(long id);

  /** Every subscriber, by address. */
  List<Subscriber> all();

  /**
   * Active subscribers whose edition is due at {@code now} or before, longest due first, at most
   * {@code limit}.
   */
  List<Subscriber> due(Instant now, int limit);

  /**
   * Those who come after the given one in the order of {@link #due(Instant, int)}, whether that one
   * is still due or not.
   */
  default List<Subscriber> dueAfter(Subscriber last, Instant now, int limit) {
    return due(now, Integer.MAX_VALUE).stream()
        .filter(
            subscriber ->
                subscriber.nextDue().isAfter(last.nextDue())
                    || (subscriber.nextDue().equals(last.nextDue()) && subscriber.id() > last.id()))
        .limit(limit)
        .toList();
  }

  /** Takes new preferences; the next edition is due at the first chosen time after {@code now}. */
  void setPreferences(long id, Preferences preferences, Instant now);

  /**
   * Changes the status; a subscriber who becomes active is next due at the first chosen time after
   * {@code now}.
   */
  void setStatus(long id, Subscriber.Status status, Instant now);

  /** Says when the next edition is due. */
  void setNextDue(long id, Instant nextDue);

  /** Says for many when their next edition is due, by their ids. */
  default void setNextDue(Map<Long, Instant> nextDue) {
    nextDue.forEach(this::setNextDue);
  }

  /** Whether this address must not be mailed, whoever asks. */
  boolean isSuppressed(EmailAddress address);
}
