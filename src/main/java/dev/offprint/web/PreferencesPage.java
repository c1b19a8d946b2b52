package dev.offprint.web;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where every mail's link to the preferences leads: what one subscriber wants, and changing it. */
final class PreferencesPage {
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final InstantSource clock;

  PreferencesPage(SubscriberStore subscribers, LinkTokens tokens, InstantSource clock) {
    this.subscribers = subscribers;
    this.tokens = tokens;
    this.clock = clock;
  }

  Answer show(String token) {
    return subscriber(token)
        .map(found -> page(200, token, found, PreferencesForm.of(found.preferences()), Map.of()))
        .orElseGet(Problem::brokenLink);
  }

  Answer change(String token, FormFields fields) {
    Optional<Subscriber> subscriber = subscriber(token);
    if (subscriber.isEmpty()) {
      return Problem.brokenLink();
    }
    if (subscriber.get().status() == Status.UNSUBSCRIBED) {
      return show(token);
    }
    PreferencesForm form = new PreferencesForm(fields);
    Optional<Preferences> preferences = form.preferences();
    if (preferences.isEmpty()) {
      return page(422, token, subscriber.get(), fields, form.errors());
    }
    subscribers.setPreferences(subscriber.get().id(), preferences.get(), clock.instant());
    return show(token)
        .with("saved", "Saved. " + whatIsNext(subscriber.get().status(), preferences.get()));
  }

  private Answer page(
      int status,
      String token,
      Subscriber subscriber,
      FormFields fields,
      Map<String, String> errors) {
    if (subscriber.status() == Status.UNSUBSCRIBED) {
      return Answer.ok("web/unsubscribed.html", Map.of());
    }
    Map<String, Object> values = new HashMap<>(FormView.of(fields, errors));
    values.put("token", token);
    values.put("address", subscriber.address().masked());
    values.put("saved", "");
    values.put("next", whatIsNext(subscriber.status(), subscriber.preferences()));
    values.put("unsubscribe", tokens.token(Purpose.UNSUBSCRIBE, subscriber.id(), clock.instant()));
    return new Answer(status, "web/preferences.html", values);
  }

  private String whatIsNext(Status status, Preferences preferences) {
    Instant now = clock.instant();
    return switch (status) {
      case ACTIVE -> "Your next edition comes " + DueWords.of(preferences.timing(), now) + ".";
      case PENDING -> "Editions begin once you have followed the link in the confirmation mail.";
      case PAUSED -> "Your subscription is paused: nothing is sent.";
      case UNSUBSCRIBED, SUPPRESSED -> "Nothing is sent to this address.";
    };
  }

  private Optional<Subscriber> subscriber(String token) {
    return tokens
        .subscriberId(Purpose.PREFERENCES, token, clock.instant())
        .flatMap(subscribers::find);
  }
}
