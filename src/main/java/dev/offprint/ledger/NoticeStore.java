package dev.offprint.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The mails that are not editions. Every method is one transaction. */
public interface NoticeStore {
  /** Writes down that a new subscriber is to be asked to confirm. */
  Delivery askToConfirm(long subscriberId, Instant now);

  /** Writes down that a subscriber is to get the link to their preferences. */
  Delivery sendLink(long subscriberId, Instant now);

  /** The notice of a kind that was written down for a subscriber last. */
  Optional<Delivery> newest(long subscriberId, Delivery.Kind kind);

  /** Those of some subscribers who were asked to confirm at an instant or later. */
  Set<Long> askedSince(Instant instant, Collection<Long> subscriberIds);
}
