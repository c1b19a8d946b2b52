package dev.offprint.sending;

import dev.offprint.ledger.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * When a message that was not taken is tried again: after 5, 15 and 30 minutes and then hourly,
 * each up to a tenth later so that they do not all come back at once, for a set time after it was
 * planned (RFC 5321, section 4.5.4.1 asks for at least 30 minutes between attempts on average, and
 * for days; a daily mail is stale sooner).
 */
public final class RetryRules {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofMinutes(60));
  private static final List<Duration> RELAY_PAUSES =
      List.of(
          // One that is only started anew is back by then.
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  private final Random random;
  private final Duration persistence;

  /**
   * Makes the rules.
   *
   * @param persistence how long a message is tried after it was planned
   */
  public RetryRules(Random random, Duration persistence) {
    this.random = random;
    this.persistence = persistence;
  }

  /**
   * Whether a message has waited so long that it is not worth sending any more. It is not while its
   * last attempt, which falls on the end of its time, is only late by a pause of the relay.
   */
  boolean isTooLate(Delivery delivery, Instant now) {
    return now.isAfter(end(delivery).plus(RELAY_PAUSES.getLast()));
  }

  /** How long a message is tried, in words. */
  String persistence() {
    return persistence.toHours() == 1 ? "1 hour" : persistence.toHours() + " hours";
  }

  private Instant end(Delivery delivery) {
    return delivery.plannedAt().plus(persistence);
  }

  /**
   * The next attempt of a message that was just deferred; the last one falls on the end of its
   * time.
   *
   * @return empty when its time is over
   */
  Optional<Instant> nextAttempt(Delivery delivery, Instant now) {
    Instant end = end(delivery);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    Duration pause = at(PAUSES, delivery.progress().attempts());
    Instant next = now.plus(pause).plusMillis(random.nextLong(pause.toMillis() / 10));
    return Optional.of(next.isAfter(end) ? end : next);
  }

  /**
   * How long nothing is sent after the relay could not be used.
   *
   * @param failures how often in a row it could not be used before
   */
  Duration relayPause(int failures) {
    return at(RELAY_PAUSES, failures);
  }

  private static Duration at(List<Duration> pauses, int index) {
    return pauses.get(Math.min(index, pauses.size() - 1));
  }
}
