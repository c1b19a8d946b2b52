package dev.offprint.web.reader;

import dev.offprint.config.IpNetwork;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Letter;
import dev.offprint.web.http.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what strangers ask for that can cause a mail: as often as the limits allow, and done in
 * the background, one after the other. What comes of it depends on whether the address is known,
 * and there neither an answer nor its time tells.
 */
public final class MailRequests {
  private static final Logger LOG = LoggerFactory.getLogger(MailRequests.class);

  /** When a thousand wait for the background, they are through in some seconds. */
  private static final Duration CROWDED = Duration.ofSeconds(30);

  private final Limits limits;
  private final Notices notices;
  private final Executor background;
  private final InstantSource clock;

  /**
   * @param background runs one at a time, so that two clicks send one mail
   */
  public MailRequests(Limits limits, Notices notices, Executor background, InstantSource clock) {
    this.limits = limits;
    this.notices = notices;
    this.background = background;
    this.clock = clock;
  }

  /**
   * Has something done for an address, and the letters sent that come of it.
   *
   * @return how long to wait before asking once more, if it was not taken in
   */
  public Optional<Duration> take(
      IpNetwork network, EmailAddress address, Supplier<List<Letter>> request) {
    Optional<Duration> wait = limits.mail(network, clock.instant());
    if (wait.isPresent()) {
      return wait;
    }
    try {
      background.execute(
          () -> {
            try {
              answer(request);
            } catch (RuntimeException e) {
              LOG.error("What was asked for {} could not be done", address.masked(), e);
            }
          });
      return Optional.empty();
    } catch (RejectedExecutionException e) {
      return Optional.of(CROWDED);
    }
  }

  /** Whether a subscriber may be sent one more mail that asks to confirm. */
  public boolean mayAsk(long subscriberId) {
    return notices.mayAsk(subscriberId, clock.instant());
  }

  private synchronized void answer(Supplier<List<Letter>> request) {
    request.get().forEach(letter -> notices.send(letter, clock.instant()));
  }
}
