package dev.offprint.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mails that are not editions. Every method is one transaction. */
public interface NoticeStore {
  /** Writes down that a new subscriber is to be asked to confirm. */
  Delivery askToConfirm(long subscriberId, Instant now);

  /**
   * Writes down that some subscribers are to be asked to confirm.
   *
   * @param turns when each is, by their ids; a mail counts as planned for its turn
   */
  void askToConfirm(Map<Long, Turn> turns);

  /**
   * When a mail is to leave.
   *
   * @param why it is not earlier; null when it need not wait
   */
  record Turn(Instant at, @Nullable String why) {}

  /** The turns of all mails that ask to confirm, from an instant on; of those that left as well. */
  List<Instant> turnsToConfirm(Instant since);

  /**
   * Has the mail that asks a subscriber to confirm leave at once whose turn is still to come.
   *
   * @return whether there was one
   */
  boolean askNow(long subscriberId, Instant now);

  /** Writes down that a subscriber is to get the link to their preferences. */
  Delivery sendLink(long subscriberId, Instant now);

  /** Writes down that a subscriber is to get a notice of some kind, which is due at once. */
  Delivery write(long subscriberId, Delivery.Kind kind, Instant now);

  /** How many notices of a kind were due to a subscriber after an instant, and by now. */
  int count(long subscriberId, Delivery.Kind kind, Instant after, Instant now);

  /** The notice of a kind that was written down for a subscriber last. */
  Optional<Delivery> newest(long subscriberId, Delivery.Kind kind);

  /** Those of some subscribers who were asked to confirm at an instant or later. */
  Set<Long> askedSince(Instant instant, Collection<Long> subscriberIds);
}
