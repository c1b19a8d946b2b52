package dev.offprint.web;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Recipient;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Where the link of a confirmation mail leads: one button, and what it did. */
final class ConfirmPage {
  private final Membership membership;
  private final SubscriberStore subscribers;
  private final Notices notices;
  private final LinkTokens tokens;
  private final InstantSource clock;

  ConfirmPage(WebServer.People people, InstantSource clock) {
    this.membership = people.membership();
    this.subscribers = people.subscribers();
    this.notices = people.notices();
    this.tokens = people.tokens();
    this.clock = clock;
  }

  Page show(String token) {
    Optional<Recipient> asked = asked(token).flatMap(subscribers::recipient);
    return asked
        .filter(Recipient::mayConfirm)
        .map(
            found ->
                Page.ok(
                    "web/confirm.html",
                    Map.of("token", token, "address", found.subscriber().address().masked())))
        .orElseGet(
            () ->
                spent(
                    asked
                        .filter(found -> found.subscriber().status() == Status.ACTIVE)
                        .isPresent()));
  }

  Page confirm(String token) {
    return switch (asked(token).map(membership::confirm).orElseGet(Outcome.Unknown::new)) {
      case Outcome.Done(Subscriber confirmed) -> welcome(confirmed);
      case Outcome.Already active -> spent(true);
      default -> spent(false);
    };
  }

  private Page welcome(Subscriber confirmed) {
    Instant now = clock.instant();
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

  /** Whom the mail asked that the link was in. */
  private Optional<Long> asked(String token) {
    return tokens.number(Purpose.CONFIRM, token, clock.instant()).flatMap(notices::asked);
  }

  private static Page spent(boolean active) {
    return new Page(410, "web/spent.html", Map.of("active", active));
  }
}
