package dev.offprint.web;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Membership;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Request;
import dev.offprint.web.reader.MailRequests;
import java.util.Map;

/**
 * Where somebody who lost their mails asks for the link to their preferences. Neither the answer
 * nor the time that it takes tells whether an address is known: who it is is looked up elsewhere.
 */
final class LinkPage {
  private static final String TEMPLATE = "web/link.html";

  private final Membership membership;
  private final MailRequests requests;

  LinkPage(Membership membership, MailRequests requests) {
    this.membership = membership;
    this.requests = requests;
  }

  Page show() {
    return page("");
  }

  /** Has the link sent to an address as it was typed, if it is a subscriber's. */
  Page ask(Request request) {
    String typed = request.form().text("address");
    EmailAddress address;
    try {
      address = EmailAddress.of(typed);
    } catch (IllegalArgumentException e) {
      return page(typed).with(422).with("error", PublicAddress.complaint(e));
    }
    return requests
        .take(request.network(), address, () -> membership.lostLink(address).stream().toList())
        .map(ProblemPage::tooMany)
        .orElseGet(() -> Page.ok("web/link-asked.html", Map.of("address", address.toString())));
  }

  private static Page page(String address) {
    return Page.ok(TEMPLATE, Map.of("address", address));
  }
}
