package dev.offprint.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Whether sending is to end at once: because this process stops, or because the operator paused
 * sending, which is looked up at most once a second; safe for use by many threads.
 */
final class Halt implements BooleanSupplier {
  private static final Duration PACE = Duration.ofSeconds(1);

  private final BooleanSupplier stopped;
  private final BooleanSupplier paused;
  private final InstantSource clock;
  private Instant looked = Instant.MIN;
  private boolean found;

  Halt(BooleanSupplier stopped, BooleanSupplier paused, InstantSource clock) {
    this.stopped = stopped;
    this.paused = paused;
    this.clock = clock;
  }

  @Override
  public boolean getAsBoolean() {
    return stopped.getAsBoolean() || isPaused();
  }

  private synchronized boolean isPaused() {
    Instant now = clock.instant();
    // A clock that was set back is no reason to look less often.
    if (now.isBefore(looked) || Duration.between(looked, now).compareTo(PACE) >= 0) {
      found = paused.getAsBoolean();
      looked = now;
    }
    return found;
  }
}
