package dev.offprint.sending;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Whether sending is to end at once: because this process stops, or because the operator paused
 * sending, which is looked up at most once a second; safe for use by many threads.
 */
final class Halt implements BooleanSupplier {
  private final BooleanSupplier stopped;
  private final OncePerSecond<Boolean> paused;

  Halt(BooleanSupplier stopped, BooleanSupplier paused, InstantSource clock) {
    this.stopped = stopped;
    this.paused = new OncePerSecond<>(paused::getAsBoolean, clock);
  }

  @Override
  public boolean getAsBoolean() {
    return stopped.getAsBoolean() || paused.get();
  }
}
