package dev.offprint.web;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it is, and the form to subscribe. */
final class FrontPage {
  private static final String TEMPLATE = "web/front.html";

  /** A pending subscriber is asked at most once in this time, whoever fills in the form. */
  static final Duration ASKED_AGAIN = Duration.ofDays(1);

  private final SubscriberStore subscribers;
  private final Notices notices;
  private final InstantSource clock;

  FrontPage(SubscriberStore subscribers, Notices notices, InstantSource clock) {
    this.subscribers = subscribers;
    this.notices = notices;
    this.clock = clock;
  }

  Answer show() {
    // Without a script nothing tells the reader's zone; their server's is the nearest guess.
    FormFields usual = PreferencesForm.usual(ZoneId.systemDefault());
    return Answer.ok(TEMPLATE, FormView.of(usual, Map.of()));
  }

  /** Answers the same whether the address is known, left, suppressed or new. */
  Answer subscribe(FormFields fields) {
    Map<String, String> errors = new LinkedHashMap<>();
    EmailAddress address = address(fields.text("address"), errors);
    PreferencesForm form = new PreferencesForm(fields);
    errors.putAll(form.errors());
    Optional<Preferences> preferences = form.preferences();
    if (address == null || preferences.isEmpty()) {
      return new Answer(422, TEMPLATE, FormView.of(fields, errors));
    }
    subscribe(address, preferences.get());
    return Answer.ok("web/asked.html", Map.of("address", address.toString()));
  }

  private static @Nullable EmailAddress address(String typed, Map<String, String> errors) {
    try {
      return EmailAddress.of(typed);
    } catch (IllegalArgumentException e) {
      errors.put("address", "This address does not work: " + e.getMessage() + ".");
      return null;
    }
  }

  /** One at a time, so that two clicks send one mail. */
  private synchronized void subscribe(EmailAddress address, Preferences preferences) {
    if (subscribers.isSuppressed(address)) {
      return;
    }
    Instant now = clock.instant();
    Optional<Subscriber> added =
        subscribers.add(address, Subscriber.Status.PENDING, preferences, now);
    if (added.isPresent()) {
      notices.ask(added.get().id(), now);
    } else {
      subscribers.find(address).ifPresent(known -> subscribeAgain(known, preferences, now));
    }
  }

  private void subscribeAgain(Subscriber known, Preferences preferences, Instant now) {
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
