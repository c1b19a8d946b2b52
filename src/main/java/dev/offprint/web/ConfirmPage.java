package dev.offprint.web;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Where the link of a confirmation mail leads: one button, and what it did. */
final class ConfirmPage {
  private final SubscriberStore subscribers;
  private final Notices notices;
  private final LinkTokens tokens;
  private final InstantSource clock;

  ConfirmPage(
      SubscriberStore subscribers, Notices notices, LinkTokens tokens, InstantSource clock) {
    this.subscribers = subscribers;
    this.notices = notices;
    this.tokens = tokens;
    this.clock = clock;
  }

  Page show(String token) {
    Optional<Subscriber> subscriber = subscriber(token);
    if (!isPending(subscriber)) {
      return spent(subscriber);
    }
    return Page.ok(
        "web/confirm.html",
        Map.of("token", token, "address", subscriber.orElseThrow().address().masked()));
  }

  Page confirm(String token) {
    Optional<Subscriber> subscriber = subscriber(token);
    if (!isPending(subscriber)) {
      return spent(subscriber);
    }
    Instant now = clock.instant();
    Subscriber confirmed = subscriber.orElseThrow();
    subscribers.setStatus(confirmed.id(), Subscriber.Status.ACTIVE, now);
    return Page.ok(
        "web/confirmed.html",
        Map.of(
            "back",
            false,
            "first",
            DueWords.of(confirmed.preferences().timing(), now),
            "preferences",
            tokens.token(Purpose.PREFERENCES, confirmed.id(), now)));
  }

  private Optional<Subscriber> subscriber(String token) {
    return tokens
        .number(Purpose.CONFIRM, token, clock.instant())
        .flatMap(notices::asked)
        .flatMap(subscribers::find);
  }

  private boolean isPending(Optional<Subscriber> subscriber) {
    return subscriber
        .filter(found -> found.status() == Subscriber.Status.PENDING)
        .filter(found -> !subscribers.isSuppressed(found.address()))
        .isPresent();
  }

  private static Page spent(Optional<Subscriber> subscriber) {
    boolean active =
        subscriber.filter(found -> found.status() == Subscriber.Status.ACTIVE).isPresent();
    return new Page(410, "web/spent.html", Map.of("active", active));
  }
}
