package dev.offprint.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Waits for no source: papers came from files, or every source has answered. */
public record NoPendingSources() implements PendingSources {
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
