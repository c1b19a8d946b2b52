package dev.offprint.web;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Request;
import dev.offprint.web.reader.MailRequests;
import dev.offprint.web.reader.People;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Where somebody has the link to all that is kept of them mailed to their own address. */
final class DataLinkPage {
  private final Membership membership;
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final MailRequests requests;
  private final InstantSource clock;

  DataLinkPage(People people, MailRequests requests, InstantSource clock) {
    this.membership = people.membership();
    this.subscribers = people.subscribers();
    this.tokens = people.tokens();
    this.requests = requests;
    this.clock = clock;
  }

  /** Takes the token of the preferences, or of the link to leave. */
  Page ask(Request request) {
    Instant now = clock.instant();
    Optional<Long> id =
        tokens
            .number(Purpose.PREFERENCES, request.token(), now)
            .or(() -> tokens.number(Purpose.UNSUBSCRIBE, request.token(), now));
    if (id.isEmpty()) {
      return ProblemPage.brokenLink();
    }
    return subscribers
        .find(id.get())
        .map(known -> ask(known, request).in(known.preferences().language()))
        .orElseGet(ProblemPage::gone);
  }

  private Page ask(Subscriber known, Request request) {
    return requests
        .take(
            request.network(),
            known.address(),
            () -> membership.dataLink(known.id()).stream().toList())
        .map(ProblemPage::tooMany)
        .orElseGet(
            () -> Page.ok("web/data-asked.html", Map.of("address", known.address().masked())));
  }
}
