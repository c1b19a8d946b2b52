package dev.offprint.fetch;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What time servers said it is (RFC 9110, section 6.6.1), held against our clock. Only those are
 * believed that were asked over https, as anybody on the way could say something else.
 */
public final class ServerTimes {
  private final InstantSource clock;
  private final Map<String, Duration> ahead = new ConcurrentHashMap<>();

  ServerTimes(InstantSource clock) {
    this.clock = clock;
  }

  /** One host's clock, and by how much it is ahead of ours; negative when it is behind. */
  public record Difference(String host, Duration ahead) {}

  void saw(URI address, HttpHeaders headers) {
    if (!"https".equals(address.getScheme())) {
      return;
    }
    headers
        .firstValue("Date")
        .flatMap(HttpDate::read)
        .ifPresent(
            date ->
                ahead.put(
                    address.getHost(),
                    // A cache in between says how long ago it asked (section 5.1 of RFC 9111).
                    Duration.between(clock.instant(), date.plusSeconds(age(headers)))));
  }

  private static long age(HttpHeaders headers) {
    try {
      return Math.max(0, headers.firstValueAsLong("Age").orElse(0));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /**
   * The host whose clock is nearest to ours, as it was when it answered last: where one is wrong,
   * it is not ours.
   *
   * @return empty when none has told its time
   */
  public Optional<Difference> nearest() {
    return ahead.entrySet().stream()
        .map(entry -> new Difference(entry.getKey(), entry.getValue()))
        .min(Comparator.comparing(difference -> difference.ahead().abs()));
  }

  /** Forgets all of it, since our clock was set. */
  public void forget() {
    ahead.clear();
  }
}
