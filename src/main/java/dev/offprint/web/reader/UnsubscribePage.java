package dev.offprint.web.reader;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Recipient;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Where every mail's link to leave leads: one button, and what it did. Mail programs press it by
 * themselves (RFC 8058), so leaving asks nothing and is done when it is answered.
 */
final class UnsubscribePage {
  private final Membership membership;
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final InstantSource clock;
  private final DepartedPage departed;

  UnsubscribePage(People people, DepartedPage departed, InstantSource clock) {
    this.membership = people.membership();
    this.subscribers = people.subscribers();
    this.tokens = people.tokens();
    this.departed = departed;
    this.clock = clock;
  }

  Page show(String token) {
    return subscriberId(token).map(id -> show(token, id)).orElseGet(ProblemPage::brokenLink);
  }

  private Page show(String token, long id) {
    Optional<Recipient> recipient = subscribers.recipient(id);
    if (recipient.isEmpty()) {
      return ProblemPage.gone();
    }
    return recipient
        .map(Recipient::subscriber)
        .filter(found -> found.status() != Status.UNSUBSCRIBED)
        .map(
            found ->
                Page.ok(
                        "web/unsubscribe.html",
                        Map.of("token", token, "address", found.address().masked()))
                    .in(found.preferences().language()))
        .orElseGet(() -> departed.page(recipient));
  }

  /** Leaves; again and again if need be. */
  Page unsubscribe(String token) {
    Optional<Long> id = subscriberId(token);
    id.ifPresent(membership::leave);
    return id.map(left -> departed.page(subscribers.recipient(left)))
        .orElseGet(ProblemPage::brokenLink);
  }

  private Optional<Long> subscriberId(String token) {
    return tokens.number(Purpose.UNSUBSCRIBE, token, clock.instant());
  }
}
