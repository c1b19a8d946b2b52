package dev.offprint.web;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Problem;
import dev.offprint.web.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where somebody who lost their mails asks for the link to their preferences. Neither the answer
 * nor the time that it takes tells whether an address is known: who it is is looked up elsewhere.
 */
final class LinkPage {
  private static final String TEMPLATE = "web/link.html";

  private final SubscriberStore subscribers;
  private final Notices notices;
  private final MailRequests requests;
  private final InstantSource clock;

  LinkPage(
      SubscriberStore subscribers, Notices notices, MailRequests requests, InstantSource clock) {
    this.subscribers = subscribers;
    this.notices = notices;
    this.requests = requests;
    this.clock = clock;
  }

  Page show() {
    return page(200, "", "");
  }

  /** Has the link sent to an address as it was typed, if it is a subscriber's. */
  Page ask(Request request) {
    String typed = request.form().text("address");
    EmailAddress address;
    try {
      address = EmailAddress.of(typed);
    } catch (IllegalArgumentException e) {
      return page(422, typed, "This address does not work: " + e.getMessage() + ".");
    }
    return requests
        .take(request.network(), address, () -> send(address))
        .map(Problem::tooMany)
        .orElseGet(() -> Page.ok("web/link-asked.html", Map.of("address", address.toString())));
  }

  private static Page page(int status, String address, String error) {
    return new Page(status, TEMPLATE, Map.of("address", address, "error", error));
  }

  /** One at a time, so that two clicks send one mail. */
  private synchronized void send(EmailAddress address) {
    if (!subscribers.isSuppressed(address)) {
      subscribers.find(address).ifPresent(this::send);
    }
  }

  private void send(Subscriber known) {
    Instant now = clock.instant();
    switch (known.status()) {
      case ACTIVE, PAUSED -> notices.sendLinkOnceAnHour(known.id(), now);
      case PENDING -> notices.askOnceADay(known.id(), now);
      case UNSUBSCRIBED, SUPPRESSED -> {
        // Whoever left is sent nothing; they subscribe anew on the front page.
      }
    }
  }
}
