package dev.offprint.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the daemon does its work, and not only whether its process is there: mails are handed
 * over, the timetable goes on, and the database answers. It asks for what starting anew would mend.
 */
final class Liveness {
  /** Planning a day for a hundred thousand subscribers takes half a minute. */
  static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(15);

  private final BooleanSupplier sending;
  private final LongSupplier plannings;
  private final Runnable database;
  private final LongSupplier nanoseconds;
  private long lastPlannings;
  private long lastChange;

  /**
   * Looks at one daemon.
   *
   * @param sending whether the thread that hands mails over is there
   * @param plannings how often planning began, which it does each minute
   * @param database asks the database something, and throws if it cannot
   * @param nanoseconds of a clock that is never set, from any beginning
   */
  Liveness(
      BooleanSupplier sending,
      LongSupplier plannings,
      Runnable database,
      LongSupplier nanoseconds) {
    this.sending = sending;
    this.plannings = plannings;
    this.database = database;
    this.nanoseconds = nanoseconds;
    this.lastChange = nanoseconds.getAsLong();
  }

  /** What keeps it from its work, in a few words. */
  Optional<String> problem() {
    return sender().or(this::timetable).or(this::database);
  }

  /** What keeps mails from being handed over. */
  Optional<String> sender() {
    return sending.getAsBoolean()
        ? Optional.empty()
        : Optional.of("the thread that hands mails over has ended");
  }

  /** What keeps the timetable from going on. */
  synchronized Optional<String> timetable() {
    long now = nanoseconds.getAsLong();
    long begun = plannings.getAsLong();
    if (begun != lastPlannings) {
      lastPlannings = begun;
      lastChange = now;
    }
    return now - lastChange > LONGEST_STANDSTILL.toNanos()
        ? Optional.of("planning has not begun for " + LONGEST_STANDSTILL.toMinutes() + " minutes")
        : Optional.empty();
  }

  private Optional<String> database() {
    try {
      database.run();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("the database does not answer (" + e.getMessage() + ")");
    }
  }
}
