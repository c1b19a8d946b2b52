package dev.offprint.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * When a message that was not taken is tried again: after 5, 15 and 30 minutes and then hourly,
 * each up to a tenth later so that they do not all come back at once, until 24 hours after it was
 * planned (RFC 5321, section 4.5.4.1 asks for at least 30 minutes between attempts on average, and
 * for days; a daily mail is stale sooner).
 */
public final class RetryRules {
  /** How long a message is tried. */
  static final Duration PERSISTENCE = Duration.ofHours(24);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofMinutes(60));
  private static final List<Duration> RELAY_PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  private final Random random;

  public RetryRules(Random random) {
    this.random = random;
  }

  /**
   * The next attempt of a message that was just deferred; the last one falls on the end of its
   * time.
   *
   * @return empty when its time is over
   */
  Optional<Instant> nextAttempt(Delivery delivery, Instant now) {
    Instant end = delivery.plannedAt().plus(PERSISTENCE);
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
