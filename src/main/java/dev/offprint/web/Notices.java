package dev.offprint.web;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Kind;
import dev.offprint.ledger.Ledger;
import dev.offprint.subscribers.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the pages need of the ledger: the mails that are not editions.
 *
 * @param written told when one was written down, so that it is sent at once
 */
public record Notices(Ledger ledger, Runnable written) {
  /** A pending subscriber is asked at most once in this time, whoever fills in a form. */
  private static final Duration ASKED_AGAIN = Duration.ofDays(1);

  /** An address is sent its link at most once in this time, whoever asks. */
  private static final Duration LINK_SENT_AGAIN = Duration.ofHours(1);

  /** Has a letter written down, unless there was one of the kind lately. */
  void send(Letter letter, Instant now) {
    long subscriber = letter.subscriberId();
    switch (letter.kind()) {
      case CONFIRMATION -> ask(subscriber, now);
      case REMINDER -> askOnceADay(subscriber, now);
      case LINK -> sendLinkOnceAnHour(subscriber, now);
    }
  }

  /** Whether a subscriber was asked to confirm after the given instant. */
  boolean askedSince(long subscriberId, Instant instant) {
    return isNewer(subscriberId, Kind.CONFIRMATION, instant);
  }

  /** Asks a subscriber to confirm. */
  void ask(long subscriberId, Instant now) {
    ledger.notices().askToConfirm(subscriberId, now);
    written.run();
  }

  /** Asks a subscriber to confirm, unless they were within a day. */
  private void askOnceADay(long subscriberId, Instant now) {
    if (!askedSince(subscriberId, now.minus(ASKED_AGAIN))) {
      ask(subscriberId, now);
    }
  }

  /**
   * The subscriber whom a mail asked to confirm.
   *
   * @return empty when it asked nobody, or when they were asked again after it
   */
  Optional<Long> asked(long deliveryId) {
    return ledger
        .deliveries()
        .find(deliveryId)
        .map(Delivery::subscriberId)
        .filter(
            subscriber ->
                ledger
                    .notices()
                    .newest(subscriber, Kind.CONFIRMATION)
                    .filter(newest -> newest.id() == deliveryId)
                    .isPresent());
  }

  /** Sends a subscriber the link to their preferences. */
  void sendLink(long subscriberId, Instant now) {
    ledger.notices().sendLink(subscriberId, now);
    written.run();
  }

  /** Sends a subscriber the link to their preferences, unless they were sent it within an hour. */
  private void sendLinkOnceAnHour(long subscriberId, Instant now) {
    if (!isNewer(subscriberId, Kind.LINK, now.minus(LINK_SENT_AGAIN))) {
      sendLink(subscriberId, now);
    }
  }

  private boolean isNewer(long subscriberId, Kind kind, Instant instant) {
    return ledger
        .notices()
        .newest(subscriberId, kind)
        .filter(newest -> newest.plannedAt().isAfter(instant))
        .isPresent();
  }
}
