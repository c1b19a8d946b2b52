package dev.offprint.access;

import dev.offprint.access.TokenOutcome.AccessToken;
import dev.offprint.access.TokenOutcome.NoToken;
import dev.offprint.access.TokenSource.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
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

  /** One attempt to log in. */
  @FunctionalInterface
  public interface Attempt<E extends Exception> {
    /** Logs in with this token. */
    void with(String token) throws E;
  }

  /**
   * Logs in, and once more with another token if the server refuses the first one.
   *
   * @param isRefusal whether a failure of an attempt means that
   * @throws NoAccessToken when there is none
   */
  public <E extends Exception> void logIn(Attempt<E> attempt, Predicate<Exception> isRefusal)
      throws E {
    AccessToken token = granted(current());
    try {
      attempt.with(token.text());
    } catch (Exception e) {
      AccessToken other = isRefusal.test(e) ? granted(insteadOf(token)) : token;
      if (other.equals(token)) {
        throw e;
      }
      attempt.with(other.text());
    }
  }

  private static AccessToken granted(TokenOutcome outcome) {
    return switch (outcome) {
      case AccessToken token -> token;
      case NoToken none -> throw new NoAccessToken(none);
    };
  }

  /** A token for a new connection. */
  synchronized TokenOutcome current() {
    return kept != null && clock.instant().isBefore(keptUntil) ? kept : ask();
  }

  /** Another token, after a server refused this one. It may be the same again. */
  synchronized TokenOutcome insteadOf(AccessToken refused) {
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
