package dev.offprint.web;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Problem;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * Where a subscriber has all that is kept of them deleted: what goes, one button, and what it did.
 */
final class ErasePage {
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final InstantSource clock;

  ErasePage(SubscriberStore subscribers, LinkTokens tokens, InstantSource clock) {
    this.subscribers = subscribers;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Takes the token of the preferences. */
  Page show(String token) {
    return answer(
        token,
        found ->
            Page.ok(
                "web/erase.html",
                Map.of(
                    "token",
                    token,
                    "address",
                    found.address().masked(),
                    "kept",
                    subscribers.staysSuppressed(found))));
  }

  Page erase(String token) {
    return answer(
        token,
        found -> {
          boolean kept = subscribers.staysSuppressed(found);
          subscribers.erase(found.id());
          return Page.ok("web/erased.html", Map.of("kept", kept));
        });
  }

  private Page answer(String token, Function<Subscriber, Page> known) {
    return tokens
        .number(Purpose.PREFERENCES, token, clock.instant())
        .map(id -> subscribers.find(id).map(known).orElseGet(Problem::gone))
        .orElseGet(Problem::brokenLink);
  }
}
