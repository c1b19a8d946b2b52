package dev.offprint.web;

import dev.offprint.outbox.Delivery;
import dev.offprint.outbox.Delivery.Kind;
import dev.offprint.outbox.Ledger;
import java.time.Instant;
import java.util.Optional;

/**
 * What the pages need of the ledger: the mails that are not editions.
 *
 * @param written told when one was written down, so that it is sent at once
 */
public record Notices(Ledger ledger, Runnable written) {
  /** Whether a subscriber was asked to confirm after the given instant. */
  boolean askedSince(long subscriberId, Instant instant) {
    return isNewer(subscriberId, Kind.CONFIRMATION, instant);
  }

  /** Asks a subscriber to confirm. */
  void ask(long subscriberId, Instant now) {
    ledger.askToConfirm(subscriberId, now);
    written.run();
  }

  /**
   * The subscriber whom a mail asked to confirm.
   *
   * @return empty when it asked nobody, or when they were asked again after it
   */
  Optional<Long> asked(long deliveryId) {
    return ledger
        .find(deliveryId)
        .map(Delivery::subscriberId)
        .filter(
            subscriber ->
                ledger
                    .newest(subscriber, Kind.CONFIRMATION)
                    .filter(newest -> newest.id() == deliveryId)
                    .isPresent());
  }

  /** Whether a subscriber was sent the link to their preferences after the given instant. */
  boolean linkSentSince(long subscriberId, Instant instant) {
    return isNewer(subscriberId, Kind.LINK, instant);
  }

  /** Sends a subscriber the link to their preferences. */
  void sendLink(long subscriberId, Instant now) {
    ledger.sendLink(subscriberId, now);
    written.run();
  }

  private boolean isNewer(long subscriberId, Kind kind, Instant instant) {
    return ledger
        .newest(subscriberId, kind)
        .filter(newest -> newest.plannedAt().isAfter(instant))
        .isPresent();
  }
}
