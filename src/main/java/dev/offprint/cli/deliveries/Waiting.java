package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does. */
final class Waiting {
  private static final Duration PACE = Duration.ofMillis(250);

  private Waiting() {}

  /**
   * Waits as long as it must, and looks several times a second.
   *
   * @param left what becomes of the work if somebody interrupts this, as {@code what … is sent by
   *     …}
   * @throws CommandFailure when it was interrupted
   */
  static void whileTrue(BooleanSupplier condition, String left) {
    while (condition.getAsBoolean()) {
      LockSupport.parkNanos(PACE.toNanos());
      if (Thread.interrupted()) {
        throw CommandFailure.failed("interrupted; " + left);
      }
    }
  }
}
