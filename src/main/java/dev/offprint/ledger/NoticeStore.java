package dev.offprint.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mails that are not editions. Every method is one transaction. */
public interface NoticeStore {
  /** Writes down that a new subscriber is to be asked to confirm. */
  Delivery askToConfirm(long subscriberId, Instant now);

  /**
   * Writes down that some subscribers are to be asked to confirm.
   *
   * @param turns when each is, by their ids; a mail counts as planned for its turn
   */
  void askToConfirm(Map<Long, Instant> turns);

  /** Writes down that a subscriber is to get the link to their preferences. */
  Delivery sendLink(long subscriberId, Instant now);

  /** Writes down that a subscriber is to get a notice of some kind, which is due at once. */
  Delivery write(long subscriberId, Delivery.Kind kind, Instant now);

  /** How many notices of a kind were written down for a subscriber after an instant. */
  int count(long subscriberId, Delivery.Kind kind, Instant after);

  /** The notice of a kind that was written down for a subscriber last. */
  Optional<Delivery> newest(long subscriberId, Delivery.Kind kind);

  /** Those of some subscribers who were asked to confirm at an instant or later. */
  Set<Long> askedSince(Instant instant, Collection<Long> subscriberIds);
}
