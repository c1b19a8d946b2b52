package dev.offprint.operator;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is read anew only now and then, however often it is asked for: whoever reloads a
 * page, or scrapes it each second, costs the database nothing more. What takes long to read is kept
 * for longer, so that reading takes at most a twentieth of the time. A failure is kept as well.
 */
final class Cached<T> implements Supplier<T> {
  private static final int SHARE = 20;

  private final Supplier<T> read;
  private final Duration least;
  private final LongSupplier nanoseconds;
  private @Nullable T value;
  private @Nullable RuntimeException failure;
  private boolean known;
  private long readAt;
  private long took;

  /**
   * Reads nothing yet.
   *
   * @param least how long a value is kept at least
   * @param nanoseconds of a clock that is never set, from any beginning
   */
  Cached(Supplier<T> read, Duration least, LongSupplier nanoseconds) {
    this.read = read;
    this.least = least;
    this.nanoseconds = nanoseconds;
  }

  @Override
  public T get() {
    return get(least);
  }

  /** The same, kept for so long at least. */
  @SuppressWarnings("NullAway") // there is a value where there is no failure
  synchronized T get(Duration kept) {
    long now = nanoseconds.getAsLong();
    if (!known || now - readAt >= Math.max(kept.toNanos(), SHARE * took)) {
      value = null;
      failure = null;
      try {
        value = read.get();
      } catch (RuntimeException e) {
        failure = e;
      }
      known = true;
      readAt = nanoseconds.getAsLong();
      took = readAt - now;
    }
    if (failure != null) {
      throw failure;
    }
    return value;
  }
}
