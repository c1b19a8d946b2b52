package dev.offprint.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * When hosts that failed, or that asked to be left alone, may be asked again.
 *
 * <p>After each failure in a row the pause doubles from 1 minute to 30, less up to a fifth, so that
 * not all installations come back at once. An answer ends it. A 500 is held against the one
 * document, since the others may be well.
 */
public final class HostPauses {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** Nobody is left alone for longer, whatever was asked for. */
  private static final Duration MOST_ASKED = Duration.ofDays(1);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC on' d MMMM", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final Random random;
  private final Map<String, Pause> pauses = new HashMap<>();

  private record Pause(int failures, Instant until, boolean asked) {}

  /**
   * Nobody is left alone yet.
   *
   * @param random spreads the requests after a failure
   */
  public HostPauses(InstantSource clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * What holds under another configuration: whoever asked to be left alone still is. What only
   * failed may be mended by now, such as the way through a proxy.
   */
  public synchronized HostPauses asked() {
    HostPauses kept = new HostPauses(clock, random);
    pauses.forEach(
        (key, pause) -> {
          if (pause.asked()) {
            kept.pauses.put(key, pause);
          }
        });
    return kept;
  }

  InstantSource clock() {
    return clock;
  }

  /** The host could not be reached, or did not answer as it should. */
  void failed(URI address) {
    fail(host(address));
  }

  /** The host answered with a status of 500 or more. */
  void failed(URI address, int status) {
    fail(status == 500 ? address.toString() : host(address));
  }

  /**
   * The host wants to be left alone.
   *
   * @param pause how long; if that is nothing, it counts as a failure
   */
  synchronized void askedToWait(URI address, Duration pause) {
    if (!pause.isPositive()) {
      failed(address);
      return;
    }
    Duration kept = pause.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : pause;
    pauses.put(host(address), new Pause(0, clock.instant().plus(kept), true));
  }

  /** The host answered properly. */
  synchronized void succeeded(URI address) {
    pauses.remove(host(address));
    pauses.remove(address.toString());
  }

  /** Why an address may not be asked now; empty when it may. */
  synchronized Optional<String> explain(URI address) {
    return current(address)
        .map(
            pause ->
                address.getHost()
                    + (pause.asked()
                        ? " wants to be left alone until "
                        : " failed; left alone until ")
                    + TIME.format(pause.until().plusMillis(999).truncatedTo(ChronoUnit.SECONDS)))
        .findFirst();
  }

  /** Until when the host of an address wants to be left alone, if it said so. */
  synchronized Optional<Instant> askedToWaitUntil(URI address) {
    return current(address).filter(Pause::asked).map(Pause::until).findFirst();
  }

  private Stream<Pause> current(URI address) {
    return Stream.of(host(address), address.toString())
        .flatMap(key -> Stream.ofNullable(pauses.get(key)))
        .filter(pause -> pause.until().isAfter(clock.instant()));
  }

  private synchronized void fail(String key) {
    Instant now = clock.instant();
    Pause before = pauses.get(key);
    int failures = before == null ? 0 : before.failures();
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, 10));
    long most = Math.min(doubled.toMillis(), LONGEST.toMillis());
    pauses.values().removeIf(old -> old.until().isBefore(now.minus(MOST_ASKED)));
    Instant until = now.plusMillis(most - random.nextLong(most / 5));
    pauses.put(key, new Pause(failures + 1, until, false));
  }

  private static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT) + ":" + address.getPort();
  }
}
