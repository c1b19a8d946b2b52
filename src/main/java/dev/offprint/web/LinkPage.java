package dev.offprint.web;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where somebody who lost their mails asks for the link to their preferences. Neither the answer
 * nor the time that it takes tells whether an address is known: who it is is looked up elsewhere.
 */
final class LinkPage {
  private static final Logger LOG = LoggerFactory.getLogger(LinkPage.class);
  private static final String TEMPLATE = "web/link.html";

  /** An address is sent its link at most once in this time, whoever asks. */
  private static final Duration SENT_AGAIN = Duration.ofHours(1);

  private final SubscriberStore subscribers;
  private final Notices notices;
  private final Limits limits;
  private final Executor background;
  private final InstantSource clock;

  /**
   * Makes the page.
   *
   * @param background does what the answer does not wait for
   */
  LinkPage(
      SubscriberStore subscribers,
      Notices notices,
      Limits limits,
      Executor background,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.notices = notices;
    this.limits = limits;
    this.background = background;
    this.clock = clock;
  }

  Answer show() {
    return page(200, "", "");
  }

  /** Has the link sent to an address as it was typed, if it is a subscriber's. */
  Answer ask(Request request) {
    String typed = request.form().text("address");
    EmailAddress address;
    try {
      address = EmailAddress.of(typed);
    } catch (IllegalArgumentException e) {
      return page(422, typed, "This address does not work: " + e.getMessage() + ".");
    }
    Optional<Duration> wait = limits.mail(request.network(), clock.instant());
    if (wait.isPresent()) {
      return Problem.tooMany(wait.get());
    }
    try {
      background.execute(() -> sendOrLog(address));
    } catch (RejectedExecutionException e) {
      return Problem.tooMany(Subscriptions.CROWDED);
    }
    return Answer.ok("web/link-asked.html", Map.of("address", address.toString()));
  }

  private static Answer page(int status, String address, String error) {
    return new Answer(status, TEMPLATE, Map.of("address", address, "error", error));
  }

  private void sendOrLog(EmailAddress address) {
    try {
      send(address);
    } catch (RuntimeException e) {
      LOG.error("the link for {} could not be sent", address.masked(), e);
    }
  }

  /** One at a time, so that two clicks send one mail. */
  private synchronized void send(EmailAddress address) {
    if (!subscribers.isSuppressed(address)) {
      subscribers.find(address).ifPresent(this::send);
    }
  }

  private void send(Subscriber known) {
    Instant now = clock.instant();
    switch (known.status()) {
      case ACTIVE, PAUSED -> {
        if (!notices.linkSentSince(known.id(), now.minus(SENT_AGAIN))) {
          notices.sendLink(known.id(), now);
        }
      }
      case PENDING -> {
        if (!notices.askedSince(known.id(), now.minus(Subscriptions.ASKED_AGAIN))) {
          notices.ask(known.id(), now);
        }
      }
      case UNSUBSCRIBED, SUPPRESSED -> {
        // Whoever left is sent nothing; they subscribe anew on the front page.
      }
    }
  }
}
