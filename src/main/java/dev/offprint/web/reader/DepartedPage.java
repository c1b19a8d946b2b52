package dev.offprint.web.reader;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Recipient;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever left is told: that it is done, and how to come back. The token of the link to leave
 * was in a mail that went to them alone after they had confirmed, so coming back asks nothing more.
 */
final class DepartedPage {
  /** The most papers in a mail for whoever comes back for fewer. */
  static final int FEW_PAPERS = 3;

  private final Membership membership;
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final WelcomePage welcome;
  private final String contact;
  private final InstantSource clock;

  DepartedPage(People people, WelcomePage welcome, InstantSource clock) {
    this.membership = people.membership();
    this.subscribers = people.subscribers();
    this.tokens = people.tokens();
    this.welcome = welcome;
    this.contact = people.contact();
    this.clock = clock;
  }

  /** Tells that it is done; there is a way back for whoever is known and may be mailed. */
  Page page(Optional<Recipient> departed) {
    Map<String, Object> values = new HashMap<>();
    values.put("token", "");
    values.put("barred", departed.filter(Recipient::suppressed).isPresent());
    values.put("contact", contact);
    departed.ifPresent(
        recipient -> {
          Instant now = clock.instant();
          Subscriber subscriber = recipient.subscriber();
          if (!recipient.suppressed()) {
            values.put("token", tokens.token(Purpose.UNSUBSCRIBE, subscriber.id(), now));
            values.put("oftener", subscriber.preferences().timing().days().size() > 1);
            values.put("more", subscriber.preferences().maximum() > FEW_PAPERS);
          }
        });
    Page page = Page.ok("web/unsubscribed.html", values);
    return departed
        .map(recipient -> page.in(recipient.subscriber().preferences().language()))
        .orElse(page);
  }

  /**
   * Makes whoever left active again, at once.
   *
   * @param token of the link to leave
   * @param how {@code weekly} for one mail a week, {@code fewer} for a few papers; anything else
   *     for what it was before
   */
  Page comeBack(String token, String how) {
    Instant now = clock.instant();
    Optional<Long> id = tokens.number(Purpose.UNSUBSCRIBE, token, now);
    if (id.isEmpty()) {
      return ProblemPage.brokenLink();
    }
    return switch (membership.comeBack(id.get(), before -> wanted(before, how, now))) {
      case Outcome.Done(Subscriber back) -> welcome.greet(back, true);
      case Outcome.Already(Subscriber back) -> welcome.greet(back, true);
      case Outcome.Unknown unknown -> ProblemPage.gone();
      default ->
          subscribers
              .recipient(id.get())
              .map(
                  known ->
                      known.subscriber().status() == Status.UNSUBSCRIBED
                          ? page(Optional.of(known))
                          : spent().in(known.subscriber().preferences().language()))
              .orElseGet(DepartedPage::spent);
    };
  }

  private static Page spent() {
    return new Page(410, "web/spent.html", Map.of("active", false));
  }

  private static Preferences wanted(Preferences before, String how, Instant now) {
    return switch (how) {
      case "weekly" -> before.with(before.timing().weekly(now));
      case "fewer" -> before.atMost(Math.min(FEW_PAPERS, before.maximum()));
      default -> before;
    };
  }
}
