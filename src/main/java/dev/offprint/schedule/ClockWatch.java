package dev.offprint.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the machine's clock was set, or that the machine was asleep: the clock on the wall
 * and one that only ever runs on disagree. Timers that wait for an hour would wait for the wrong
 * one.
 */
public final class ClockWatch implements AutoCloseable {
  /** A clock that is kept right by small corrections moves by less. */
  static final Duration JUMP = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final Duration PACE = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final LongSupplier nanoseconds;
  private final Runnable jumped;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("clock").daemon(true).factory());
  private Instant lastInstant;
  private long lastNanoseconds;

  /**
   * Compares two clocks; not started.
   *
   * @param nanoseconds of a clock that is never set, from any beginning
   * @param jumped told when they disagree
   */
  public ClockWatch(InstantSource clock, LongSupplier nanoseconds, Runnable jumped) {
    this.clock = clock;
    this.nanoseconds = nanoseconds;
    this.jumped = jumped;
    this.lastInstant = clock.instant();
    this.lastNanoseconds = nanoseconds.getAsLong();
  }

  /** Starts looking, until it is closed. */
  @SuppressWarnings("FutureReturnValueIgnored") // look throws nothing that must be seen
  public void start() {
    looking.scheduleWithFixedDelay(
        this::look, PACE.toSeconds(), PACE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Compares them once. */
  void look() {
    Instant now = clock.instant();
    long run = nanoseconds.getAsLong();
    Duration jump =
        Duration.between(lastInstant, now).minus(Duration.ofNanos(run - lastNanoseconds));
    Instant before = lastInstant;
    lastInstant = now;
    lastNanoseconds = run;
    if (jump.abs().compareTo(JUMP) < 0) {
      return;
    }
    LOG.warn(
        "the clock went {} from {} to {}; what waits for an hour is set anew",
        jump.isNegative() ? "back" : "ahead",
        before,
        now);
    try {
      jumped.run();
    } catch (RuntimeException e) {
      LOG.error("what waits for an hour could not be set anew", e);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
