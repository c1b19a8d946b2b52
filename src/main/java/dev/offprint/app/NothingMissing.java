package dev.offprint.app;

import dev.offprint.outbox.Awaited;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For papers that came from files: no source is waited for. */
record NothingMissing() implements Awaited {
  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public boolean isMissing(Instant now) {
    return false;
  }

  @Override
  public @Nullable String missing(LocalDate day, Instant now) {
    return null;
  }
}
