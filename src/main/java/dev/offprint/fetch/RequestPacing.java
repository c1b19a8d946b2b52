package dev.offprint.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests apart: one at a time, and each begins at least a fixed time after the one before
 * it. arXiv asks for one connection and three seconds, over its feeds, its API and OAI-PMH together
 * (https://info.arxiv.org/help/api/tou.html).
 *
 * <p>With a file, all processes that name the same one keep this together, such as the daemon and
 * {@code papers fetch}. If the file cannot be used, the process keeps it alone.
 */
public final class RequestPacing {
  private final Duration apart;
  private final PaceFile file;
  private final InstantSource clock;
  private final Waiting waiting;
  private @Nullable Instant last;

  /** How waiting is done; a test ticks its clock instead. */
  @FunctionalInterface
  public interface Waiting {
    /** Comes back at that instant, or earlier when the thread is interrupted. */
    void until(Instant instant);
  }

  public RequestPacing(Duration apart, PaceFile file, InstantSource clock, Waiting waiting) {
    this.apart = apart;
    this.file = file;
    this.clock = clock;
    this.waiting = waiting;
  }

  /**
   * As arXiv asks for it.
   *
   * @param data the folder in which {@code arxiv.pace} says when the last request was made
   */
  public static RequestPacing ofArxiv(Path data, InstantSource clock) {
    return new RequestPacing(
        Duration.ofSeconds(3),
        new PaceFile(data.resolve("arxiv.pace")),
        clock,
        instant -> park(instant, clock));
  }

  /**
   * Measured by the machine's own count, so that a clock that is put back meanwhile adds nothing.
   */
  private static void park(Instant instant, InstantSource clock) {
    long end = System.nanoTime() + Duration.between(clock.instant(), instant).toNanos();
    // Parking may end early for no reason.
    while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  /** Makes a request when its turn has come. */
  public synchronized <T> T next(Supplier<T> request) {
    try (PaceFile.HeldPace turn = file.take()) {
      Instant now = clock.instant();
      Instant due = later(due(last, now), due(turn.last(), now));
      if (due.isAfter(now)) {
        waiting.until(due);
      }
      last = later(due, clock.instant());
      turn.begin(last);
      return request.get();
    }
  }

  /** Makes a request not before an instant, and when its turn has come. */
  public <T> T next(Instant earliest, Supplier<T> request) {
    waiting.until(earliest);
    return next(request);
  }

  /** A time in the future is from a clock that was put back, and says nothing. */
  private Instant due(@Nullable Instant before, Instant now) {
    return before == null || before.isAfter(now) ? now : before.plus(apart);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
