package dev.offprint.web.reader;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Kind;
import dev.offprint.ledger.Ledger;
import dev.offprint.subscribers.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pages need of the ledger: the mails that are not editions.
 *
 * @param written told when one was written down, so that it is sent at once
 */
public record Notices(Ledger ledger, Runnable written) {
  /**
   * How many mails of a kind an address is sent at most, whoever asks and however its subscriber
   * stands: anyone can type it into a form.
   */
  private static final Map<Kind, List<Cap>> CAPS =
      Map.of(
          Kind.CONFIRMATION,
          // Who does not confirm is erased after more than these days, and with them what is
          // counted.
          List.of(new Cap(1, Duration.ofDays(1)), new Cap(3, Duration.ofDays(7))),
          Kind.LINK,
          List.of(new Cap(1, Duration.ofHours(1)), new Cap(3, Duration.ofDays(1))),
          Kind.DATA,
          List.of(new Cap(1, Duration.ofMinutes(10)), new Cap(3, Duration.ofDays(1))),
          Kind.MOVE,
          List.of(new Cap(3, Duration.ofDays(1))));

  private record Cap(int most, Duration within) {}

  /** Has a letter written down, unless there were as many of the kind lately as there may be. */
  void send(Letter letter, Instant now) {
    long subscriber = letter.subscriberId();
    Kind kind =
        switch (letter.kind()) {
          case CONFIRMATION -> Kind.CONFIRMATION;
          case LINK -> Kind.LINK;
          case DATA -> Kind.DATA;
          case MOVE -> Kind.MOVE;
        };
    // Who asks for themselves does not wait for the turn that an import gave them.
    if (kind == Kind.CONFIRMATION && ledger.notices().askNow(subscriber, now)) {
      written.run();
    } else if (isUnderCap(subscriber, kind, now)) {
      ledger.notices().write(subscriber, kind, now);
      written.run();
    }
  }

  /** Whether a subscriber may be sent one more mail that asks to confirm. */
  boolean mayAsk(long subscriberId, Instant now) {
    return isUnderCap(subscriberId, Kind.CONFIRMATION, now);
  }

  private boolean isUnderCap(long subscriberId, Kind kind, Instant now) {
    return CAPS.getOrDefault(kind, List.of()).stream()
        .allMatch(
            cap ->
                ledger.notices().count(subscriberId, kind, now.minus(cap.within()), now)
                    < cap.most());
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
}
