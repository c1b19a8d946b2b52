package dev.offprint.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Every source has answered. */
public record NothingAwaited() implements Awaited {
  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public boolean isMissing(Instant now) {
    return false;
  }

  @Override
  public @org.jspecify.annotations.Nullable String missing(LocalDate day, Instant now) {
    return null;
  }
}
