package dev.offprint.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is looked up at most once a second; safe for use by many threads. */
final class OncePerSecond<T> implements Supplier<T> {
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Supplier<T> lookup;
  private final InstantSource clock;
  private Instant looked = Instant.MIN;
  private @Nullable T found;

  OncePerSecond(Supplier<T> lookup, InstantSource clock) {
    this.lookup = lookup;
    this.clock = clock;
  }

  @Override
  public synchronized T get() {
    Instant now = clock.instant();
    T result = found;
    // A clock that was set back is no reason to look less often.
    if (result == null
        || now.isBefore(looked)
        || Duration.between(looked, now).compareTo(PACE) >= 0) {
      result = lookup.get();
      found = result;
      looked = now;
    }
    return result;
  }
}
