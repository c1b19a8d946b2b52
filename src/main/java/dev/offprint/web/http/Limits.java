package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often a network may ask, and how many mails the forms can cause. Counted in this process
 * alone, and from nothing at its start.
 */
public final class Limits {
  private static final String ALL = "all";

  private final RateLimit<IpNetwork> requests;
  private final RateLimit<IpNetwork> mails;
  private final RateLimit<String> mailsOfAll;

  private Limits(RateLimit<IpNetwork> requests, RateLimit<IpNetwork> mails, RateLimit<String> all) {
    this.requests = requests;
    this.mails = mails;
    this.mailsOfAll = all;
  }

  /**
   * The usual ones: 120 requests at once and then 10 a second from a network; mails asked for by a
   * form 60 at once and then one a minute from a network, and 500 at once and then one in five
   * seconds from all. A lecture hall that subscribes together passes.
   */
  public static Limits usual() {
    return new Limits(
        new RateLimit<>(120, Duration.ofMillis(100)),
        new RateLimit<>(60, Duration.ofMinutes(1)),
        new RateLimit<>(500, Duration.ofSeconds(5)));
  }

  /** None, for measuring. */
  public static Limits none() {
    return new Limits(
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO),
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO),
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO));
  }

  /** Counts a request; how long to wait when there were too many. */
  Optional<Duration> request(IpNetwork network, Instant now) {
    return requests.take(network, now);
  }

  /**
   * Counts a mail that somebody asks to be sent, whether or not it will be: who counts only those
   * that are sent tells which addresses are known.
   */
  public Optional<Duration> mail(IpNetwork network, Instant now) {
    return Stream.of(mails.take(network, now), mailsOfAll.take(ALL, now))
        .flatMap(Optional::stream)
        .max(Duration::compareTo);
  }
}
