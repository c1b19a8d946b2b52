package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * How often a network may ask, and how many mails the forms can cause. Counted from nothing at the
 * start of this process. What spares this process is counted by it alone; what spares others, which
 * is the mails, is kept in equal parts by all processes that show the pages.
 */
public final class Limits {
  private static final String ALL = "all";

  private final RateLimit<IpNetwork> requests;
  private final RateLimit<IpNetwork> mails;
  private final RateLimit<String> mailsOfAll;
  private final RateLimit<Object> work;
  private final RateLimit<String> workOfAll;

  private Limits(
      RateLimit<IpNetwork> requests,
      RateLimit<IpNetwork> mails,
      RateLimit<String> mailsOfAll,
      RateLimit<Object> work,
      RateLimit<String> workOfAll) {
    this.requests = requests;
    this.mails = mails;
    this.mailsOfAll = mailsOfAll;
    this.work = work;
    this.workOfAll = workOfAll;
  }

  /**
   * The usual ones: 120 requests at once and then 10 a second from a network; mails asked for by a
   * form 60 at once and then one a minute from a network, and 500 at once and then one in five
   * seconds from all. A lecture hall that subscribes together passes. Pieces of work, each of which
   * takes a processor about ten milliseconds: 20 at once and then 5 a second for a network, and 100
   * at once and then 20 a second for all, a fifth of one processor.
   *
   * @param processes how many show the pages, this one included
   */
  public static Limits usual(IntSupplier processes) {
    return new Limits(
        new RateLimit<>(120, Duration.ofMillis(100)),
        new RateLimit<>(60, Duration.ofMinutes(1), processes),
        new RateLimit<>(500, Duration.ofSeconds(5), processes),
        new RateLimit<>(20, Duration.ofMillis(200)),
        new RateLimit<>(100, Duration.ofMillis(50)));
  }

  /** None, for measuring. */
  public static Limits none() {
    return new Limits(
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO),
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO),
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO),
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO),
        new RateLimit<>(Integer.MAX_VALUE, Duration.ZERO));
  }

  /** Counts a request; how long to wait when there were too many. */
  Optional<Duration> request(IpNetwork network, Instant now) {
    return requests.take(network, now);
  }

  /**
   * Counts work that costs more than answering does, such as working out what an interest means.
   *
   * @param whom the network that asks, or the subscriber whose link it is
   * @param pieces 20 at most
   * @return how long to wait when there was too much
   */
  public Optional<Duration> work(Object whom, int pieces, Instant now) {
    // What one is refused is not taken from the others.
    return work.take(whom, pieces, now).or(() -> workOfAll.take(ALL, pieces, now));
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
