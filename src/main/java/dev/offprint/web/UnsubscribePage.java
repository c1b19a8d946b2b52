package dev.offprint.web;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Where every mail's link to leave leads: one button, and what it did. Mail programs press it by
 * themselves (RFC 8058), so leaving asks nothing and is done when it is answered.
 */
final class UnsubscribePage {
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final InstantSource clock;
  private final DepartedPage departed;

  UnsubscribePage(SubscriberStore subscribers, LinkTokens tokens, InstantSource clock) {
    this.subscribers = subscribers;
    this.tokens = tokens;
    this.clock = clock;
    this.departed = new DepartedPage(subscribers, tokens, clock);
  }

  Page show(String token) {
    Optional<Long> id = tokens.number(Purpose.UNSUBSCRIBE, token, clock.instant());
    if (id.isEmpty()) {
      return Problem.brokenLink();
    }
    Optional<Subscriber> subscriber = subscribers.find(id.get());
    return subscriber
        .filter(found -> found.status() != Status.UNSUBSCRIBED)
        .map(
            found ->
                Page.ok(
                    "web/unsubscribe.html",
                    Map.of("token", token, "address", found.address().masked())))
        .orElseGet(() -> departed.page(subscriber));
  }

  /** Leaves; again and again if need be. */
  Page unsubscribe(String token) {
    Instant now = clock.instant();
    Optional<Long> id = tokens.number(Purpose.UNSUBSCRIBE, token, now);
    if (id.isEmpty()) {
      return Problem.brokenLink();
    }
    subscribers.setStatus(id.get(), Status.UNSUBSCRIBED, now);
    return departed.page(subscribers.find(id.get()));
  }
}
