package dev.offprint.web;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Does what somebody asked for who wants to subscribe, on a web page or by a program. */
final class Subscriptions {
  private final SubscriberStore subscribers;
  private final Notices notices;
  private final InstantSource clock;

  Subscriptions(SubscriberStore subscribers, Notices notices, InstantSource clock) {
    this.subscribers = subscribers;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Sees to it that the owner of the address is asked to confirm, unless they are subscribed, were
   * asked within a day, or must not be mailed.
   */
  synchronized void ask(EmailAddress address, Preferences preferences) {
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
        notices.askOnceADay(known.id(), now);
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
