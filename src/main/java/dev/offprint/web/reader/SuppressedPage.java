package dev.offprint.web.reader;

import dev.offprint.bounces.AddressesInText;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Suppression;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a subscriber is told whose address must not be mailed: why, since when, and how to come
 * back. A mailbox from which mails came back is tried again on request by a mail that asks to
 * confirm; for anything else they need a person.
 */
final class SuppressedPage {
  private final Membership membership;
  private final LinkTokens tokens;
  private final MailRequests requests;
  private final String contact;
  private final InstantSource clock;

  SuppressedPage(People people, MailRequests requests, InstantSource clock) {
    this.membership = people.membership();
    this.tokens = people.tokens();
    this.requests = requests;
    this.contact = people.contact();
    this.clock = clock;
  }

  Page page(Subscriber subscriber) {
    Instant now = clock.instant();
    Optional<Suppression> suppression = membership.suppression(subscriber.address());
    boolean cameBack = suppression.filter(Suppression::cameBack).isPresent();
    ZoneId zone = subscriber.preferences().timing().zone();
    Map<String, Object> values = new HashMap<>();
    values.put("token", tokens.token(Purpose.PREFERENCES, subscriber.id(), now));
    values.put("unsubscribe", tokens.token(Purpose.UNSUBSCRIBE, subscriber.id(), now));
    values.put("address", subscriber.address().masked());
    values.put("cameBack", cameBack);
    values.put(
        "complained",
        suppression.filter(why -> why.origin() == Suppression.Origin.COMPLAINT).isPresent());
    suppression.ifPresent(
        why -> values.put("since", DueWords.day(LocalDate.ofInstant(why.since(), zone))));
    values.put(
        "said", suppression.filter(Suppression::cameBack).map(SuppressedPage::said).orElse(""));
    values.put("mayTry", cameBack && requests.mayAsk(subscriber.id()));
    values.put("contact", contact);
    return Page.ok("web/suppressed.html", values);
  }

  private static String said(Suppression suppression) {
    return AddressesInText.masked(suppression.reason());
  }

  /** Has a mail sent to the address once more, and says so. */
  Page tryAgain(Subscriber subscriber, Request request) {
    if (!requests.mayAsk(subscriber.id())) {
      return page(subscriber);
    }
    return requests
        .take(
            request.network(),
            subscriber.address(),
            () -> membership.tryAgain(subscriber.id(), requests::mayAsk).stream().toList())
        .map(ProblemPage::tooMany)
        .orElseGet(
            () -> Page.ok("web/tried.html", Map.of("address", subscriber.address().masked())));
  }
}
