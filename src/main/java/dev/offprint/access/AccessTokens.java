package dev.offprint.access;

import dev.offprint.access.TokenOutcome.AccessToken;
import dev.offprint.access.TokenSource.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The access tokens of one login, each kept until a minute before it expires. For all threads. */
public final class AccessTokens {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final TokenSource source;
  private final InstantSource clock;
  private @Nullable AccessToken kept;
  private Instant keptUntil = Instant.MIN;

  AccessTokens(TokenSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** A token for a new connection. */
  public synchronized TokenOutcome current() {
    return kept != null && clock.instant().isBefore(keptUntil) ? kept : ask();
  }

  /** Another token, after a server refused this one. It may be the same again. */
  public synchronized TokenOutcome insteadOf(AccessToken refused) {
    if (refused.equals(kept)) {
      kept = null;
    }
    return current();
  }

  private TokenOutcome ask() {
    Instant before = clock.instant();
    Asked asked = source.ask();
    if (asked.outcome() instanceof AccessToken token) {
      kept = token;
      keptUntil = before.plus(asked.lasts()).minus(MARGIN);
    }
    return asked.outcome();
  }
}
