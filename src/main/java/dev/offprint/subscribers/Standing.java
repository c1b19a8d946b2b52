package dev.offprint.subscribers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How an address stands, and writing down how it stands from now on. It holds within one
 * transaction, in which nobody else decides about the address.
 */
public interface Standing {
  EmailAddress address();

  /** Whoever had the address when this was read, if anybody did. */
  Optional<Subscriber> subscriber();

  /** Why the address was not to be mailed when this was read, if it was not. */
  Optional<Suppression> suppression();

  /** Whether the address must not be mailed, whoever asks; having left is no such reason. */
  default boolean isBarred() {
    return suppression().filter(Suppression::bars).isPresent();
  }

  /** Adds whoever has the address; their first edition is due at the first chosen time. */
  default Subscriber add(Subscriber.Status status, Preferences preferences, Instant now) {
    return add(
        new Subscriber(
            0,
            address(),
            status,
            preferences,
            now.truncatedTo(ChronoUnit.MICROS), // what the database keeps
            preferences.timing().nextAfter(now)),
        now);
  }

  /**
   * Adds whoever has the address.
   *
   * @param newcomer without an id
   * @return with the id
   */
  Subscriber add(Subscriber newcomer, Instant now);

  /** What the subscriber agreed to, in the operator's words, if anything is kept of that. */
  Optional<String> consent();

  /** Keeps what a subscriber agreed to. */
  void agree(long subscriberId, String consent);

  /** Keeps the subscriber as they stand from now on. */
  void keep(Subscriber changed, Instant now);

  /** What was asked for the subscriber since they left, if anything was. */
  Optional<Preferences> requested();

  /** Keeps beside the subscriber what is asked for them, in place of what was before. */
  void request(Preferences wanted, Instant now);

  /** Forgets what was asked for the subscriber, and which group they were asked to join. */
  void forgetRequest();

  /** Whether the subscriber is in a group. */
  boolean isMember(long groupId);

  /** Keeps that a subscriber is to join a group once they confirm, in place of any other. */
  void askToJoin(long subscriberId, long groupId, Instant now);

  /**
   * Has a subscriber join the group that they were asked to join.
   *
   * @return false when they were asked to join none, or too long ago
   */
  boolean join(long subscriberId, Instant now);

  /**
   * The standing of whoever wants to be mailed at this address from now on, if somebody does; the
   * subscriber of this one then stands for that alone.
   */
  Optional<Standing> former();

  /** Keeps that the subscriber stands for another, who wants to be mailed at this address. */
  void standFor(long formerId);

  /** Has the subscriber mailed at another address, which nobody has. */
  Subscriber moveTo(EmailAddress other, Instant now);

  /** Keeps the subscriber, and says so. */
  default Outcome kept(Subscriber changed, Instant now) {
    keep(changed, now);
    return new Outcome.Done(changed);
  }

  /**
   * Deletes the subscriber with all that is kept of them: what they want, what they said of papers,
   * and the ledger's record of what they were sent. A suppression is by address, and stays.
   */
  void erase();

  /** Suppresses the address, for this reason in place of any other. */
  void suppress(Suppression suppression);

  /** Forgets why the address was not to be mailed. */
  void unsuppress();

  /** Forgets the days on which the address could not be reached. */
  void forgetFailingDays();
}
