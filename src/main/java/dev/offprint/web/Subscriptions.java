package dev.offprint.web;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in that somebody asked for a subscription, on a web page or by a program. What comes of it
 * depends on whether the address is known, so it is done in the background, where neither an answer
 * nor its time tells.
 */
final class Subscriptions {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

  /** A pending subscriber is asked at most once in this time, whoever fills in the form. */
  static final Duration ASKED_AGAIN = Duration.ofDays(1);

  /** When a thousand wait for the background, they are through in some seconds. */
  static final Duration CROWDED = Duration.ofSeconds(30);

  private final SubscriberStore subscribers;
  private final Notices notices;
  private final InstantSource clock;
  private final Executor background;

  Subscriptions(
      SubscriberStore subscribers, Notices notices, InstantSource clock, Executor background) {
    this.subscribers = subscribers;
    this.notices = notices;
    this.clock = clock;
    this.background = background;
  }

  /**
   * Sees to it that the owner of the address is asked to confirm, unless they are subscribed, were
   * asked within a day, or must not be mailed.
   *
   * @throws java.util.concurrent.RejectedExecutionException when too many wait already
   */
  void ask(EmailAddress address, Preferences preferences) {
    background.execute(
        () -> {
          try {
            askNow(address, preferences);
          } catch (RuntimeException e) {
            LOG.error("A subscription for {} could not be taken in", address.masked(), e);
          }
        });
  }

  /** One at a time, so that two clicks send one mail. */
  private synchronized void askNow(EmailAddress address, Preferences preferences) {
    if (subscribers.isSuppressed(address)) {
      return;
    }
    Instant now = clock.instant();
    Optional<Subscriber> added =
        subscribers.add(address, Subscriber.Status.PENDING, preferences, now);
    if (added.isPresent()) {
      notices.ask(added.get().id(), now);
    } else {
      subscribers.find(address).ifPresent(known -> askAgain(known, preferences, now));
    }
  }

  private void askAgain(Subscriber known, Preferences preferences, Instant now) {
    switch (known.status()) {
      case PENDING -> {
        subscribers.setPreferences(known.id(), preferences, now);
        if (!notices.askedSince(known.id(), now.minus(ASKED_AGAIN))) {
          notices.ask(known.id(), now);
        }
      }
      case UNSUBSCRIBED -> {
        subscribers.setPreferences(known.id(), preferences, now);
        subscribers.setStatus(known.id(), Subscriber.Status.PENDING, now);
        notices.ask(known.id(), now);
      }
      case ACTIVE, PAUSED, SUPPRESSED -> {
        // Anyone can fill in the form; a subscriber changes preferences through their own link.
      }
    }
  }
}
