package dev.offprint.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * How often something may be done, for each of many: a token bucket (RFC 2697 describes one for
 * networks). Whoever has been quiet may do {@code burst} at once, and one more each {@code pace}.
 * Safe for use by many threads.
 *
 * <p>At most {@value #MOST} are remembered; the one that was not heard of for longest goes first,
 * and begins anew.
 *
 * <p>Several processes can keep it in equal parts, so that together they keep it wherever each
 * request arrives.
 *
 * @param <K> whom it counts for
 */
public final class RateLimit<K> {
  private static final int MOST = 20_000;

  private final int burst;
  private final Duration pace;
  private final IntSupplier processes;
  // When the bucket will be full again: all that there is to know of one. In the order in which
  // they were heard of; a cache would choose by itself whom to forget.
  private final Map<K, Instant> fullAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Instant> eldest) {
          return size() > MOST;
        }
      };

  /** One that is kept by this process alone. */
  public RateLimit(int burst, Duration pace) {
    this(burst, pace, () -> 1);
  }

  /**
   * One that is kept in equal parts.
   *
   * @param processes how many keep it, this one included; at least one at once is allowed by each
   */
  public RateLimit(int burst, Duration pace, IntSupplier processes) {
    this.burst = burst;
    this.pace = pace;
    this.processes = processes;
  }

  private Duration pace() {
    return pace.multipliedBy(processes.getAsInt());
  }

  /** How far ahead of now a bucket is that is empty. */
  private Duration whole() {
    return pace().multipliedBy(Math.max(1, burst / processes.getAsInt()));
  }

  /**
   * Counts one, if there is room for it.
   *
   * @return how long to wait when there is none; empty when it was counted
   */
  public Optional<Duration> take(K whom, Instant now) {
    return take(whom, 1, now);
  }

  /**
   * Counts several, if there is room for all of them.
   *
   * @param count at most the burst, or there never is
   * @return how long to wait when there is none; empty when they were counted
   */
  public synchronized Optional<Duration> take(K whom, int count, Instant now) {
    Instant latest = now.plus(whole());
    Instant known = fullAt.getOrDefault(whom, now);
    if (known.isBefore(now)) {
      known = now;
    } else if (known.isAfter(latest)) {
      // The clock was put back, or there are fewer processes.
      known = latest;
      fullAt.put(whom, known);
    }
    Instant full = known.plus(pace().multipliedBy(count));
    if (full.isAfter(latest)) {
      return Optional.of(Duration.between(latest, full));
    }
    fullAt.put(whom, full);
    return Optional.empty();
  }

  /** Whether there is room for none more, which counts none. */
  synchronized boolean isSpent(K whom, Instant now) {
    Instant latest = now.plus(whole());
    Instant known = fullAt.get(whom);
    // One that is later still was counted before the clock was put back.
    return known != null && known.plus(pace()).isAfter(latest) && !known.isAfter(latest);
  }

  /** How many are remembered. */
  synchronized int remembered() {
    return fullAt.size();
  }
}
