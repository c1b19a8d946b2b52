package dev.offprint.subscribers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps subscribers. */
public interface SubscriberStore {
  /**
   * Adds a subscriber whose first edition is due at the first chosen time after {@code now}. That
   * an active one left once, under another number, is forgotten.
   *
   * @return empty when the address, in any spelling, has a subscriber already; nothing is changed
   *     then
   */
  Optional<Subscriber> add(
      EmailAddress address, Subscriber.Status status, Preferences preferences, Instant now);

  Optional<Subscriber> find(EmailAddress address);

  Optional<Subscriber> find(long id);

  /** A subscriber and whether the address is suppressed, both as they stand now. */
  default Optional<Recipient> recipient(long id) {
    return find(id).map(found -> new Recipient(found, isSuppressed(found.address())));
  }

  /** The addresses of some subscribers, by their ids; whoever is not known is left out. */
  default Map<Long, EmailAddress> addresses(Collection<Long> ids) {
    Map<Long, EmailAddress> addresses = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(known -> addresses.put(id, known.address())));
    return addresses;
  }

  /** Every subscriber, by address. */
  List<Subscriber> all();

  /** The active subscribers whose edition is due at an instant or before. */
  DueSubscribers due(Instant until);

  /** The different interests of those who wrote theirs at an instant or later and have not left. */
  Set<Interest> interestsWritten(Instant since);

  /** Whether a subscriber wrote the present interests after an instant. */
  boolean hasChangedInterests(long id, Instant after);

  /** Takes new preferences; the next edition is due at the first chosen time after {@code now}. */
  void setPreferences(long id, Preferences preferences, Instant now);

  /**
   * Changes the status; a subscriber who becomes active is next due at the first chosen time after
   * {@code now}. Who becomes unsubscribed is among the suppressions from then on, and who becomes
   * active no longer, if that was all there was against it.
   */
  void setStatus(long id, Subscriber.Status status, Instant now);

  /**
   * Pauses an active subscriber, or changes how long a paused one is; any other is left alone.
   *
   * @param until the day, in the subscriber's zone, on which they are active again; null for until
   *     they are made active
   */
  void pause(long id, @Nullable LocalDate until);

  /**
   * Makes those active again whose pause was until a day that has begun for them; each is next due
   * at the first chosen time of that day or later.
   *
   * @return how many
   */
  int endPauses(Instant now);

  /**
   * Deletes a subscriber with all that is kept of them: what they want, what they said of papers,
   * and the ledger's record of what they were sent. That the address must not be mailed, or has
   * left, stays known.
   */
  void erase(long id);

  /** Whether an address stays known as one that is not mailed when its subscriber is erased. */
  default boolean staysSuppressed(Subscriber subscriber) {
    return subscriber.status() == Subscriber.Status.UNSUBSCRIBED
        || isSuppressed(subscriber.address());
  }

  /**
   * Erases a portion of those who have not confirmed and were asked to for the last time before an
   * instant.
   *
   * @return how many; to be called again until there are none
   */
  int eraseUnconfirmed(Instant before);

  /** Says for some when their next edition is due, by their ids. */
  void setNextDue(Map<Long, Instant> nextDue);

  /** Says when the next edition of one is due. */
  default void setNextDue(long id, Instant nextDue) {
    setNextDue(Map.of(id, nextDue));
  }

  /**
   * Whether this address must not be mailed, whoever asks. Having left is no such reason: whoever
   * did may come back, and is then sent the mail that asks to confirm.
   */
  boolean isSuppressed(EmailAddress address);
}
