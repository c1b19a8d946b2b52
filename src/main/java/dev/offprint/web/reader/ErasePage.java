package dev.offprint.web.reader;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a subscriber has all that is kept of them deleted: what goes, one button, and what it did.
 */
final class ErasePage {
  private final Membership membership;
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final InstantSource clock;

  ErasePage(People people, InstantSource clock) {
    this.membership = people.membership();
    this.subscribers = people.subscribers();
    this.tokens = people.tokens();
    this.clock = clock;
  }

  /** Takes the token of the link to all that is kept. */
  Page show(String token) {
    return answer(
        token,
        id ->
            subscribers
                .find(id)
                .map(
                    found ->
                        Page.ok(
                                "web/erase.html",
                                Map.of(
                                    "token",
                                    token,
                                    "address",
                                    found.address().masked(),
                                    "kept",
                                    membership.suppression(found.address()).isPresent()))
                            .in(found.preferences().language())));
  }

  Page erase(String token) {
    return answer(
        token,
        id ->
            subscribers
                .find(id)
                .flatMap(
                    found ->
                        membership
                            .erase(id)
                            .map(
                                erased ->
                                    Page.ok("web/erased.html", Map.of("kept", erased.staysKnown()))
                                        .in(found.preferences().language()))));
  }

  private Page answer(String token, Function<Long, Optional<Page>> known) {
    return tokens
        .number(Purpose.DATA, token, clock.instant())
        .map(id -> known.apply(id).orElseGet(ProblemPage::gone))
        .orElseGet(ProblemPage::expired);
  }
}
