package dev.offprint.subscribers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** Takes new preferences; the next edition is due at the first chosen time after {@code now}. */
  void setPreferences(long id, Preferences preferences, Instant now);

  /**
   * Changes the status; a subscriber who becomes active is next due at the first chosen time after
   * {@code now}. Who becomes unsubscribed is among the suppressions from then on, and who becomes
   * active no longer, if that was all there was against it.
   */
  void setStatus(long id, Subscriber.Status status, Instant now);

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
