package dev.offprint.web.reader;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.InstantSource;
import java.util.Map;

/** What whoever has just become active is told, and the edition that they can have at once. */
final class WelcomePage {
  private final SubscriberStore subscribers;
  private final Notices notices;
  private final TodaysEdition today;
  private final LinkTokens tokens;
  private final InstantSource clock;

  WelcomePage(People people, TodaysEdition today, InstantSource clock) {
    this.subscribers = people.subscribers();
    this.notices = people.notices();
    this.today = today;
    this.tokens = people.tokens();
    this.clock = clock;
  }

  /**
   * Greets somebody.
   *
   * @param back whether they were here before
   */
  Page greet(Subscriber active, boolean back) {
    return page("web/confirmed.html", active)
        .with(Map.of("back", back, "now", today.canBeSent(active)));
  }

  /** Tells somebody that they are mailed at another address. */
  Page moved(Subscriber moved) {
    return page("web/moved.html", moved).with("address", moved.address().toString());
  }

  /** Tells a subscriber that they are in a group. */
  Page joined(Subscriber member, String group) {
    return page("web/joined.html", member).with("group", group);
  }

  /** Has today's edition sent at once, for the token of the preferences. */
  Page sendNow(String token) {
    return tokens
        .number(Purpose.PREFERENCES, token, clock.instant())
        .map(id -> subscribers.find(id).map(this::sendNow).orElseGet(ProblemPage::gone))
        .orElseGet(ProblemPage::brokenLink);
  }

  private Page sendNow(Subscriber subscriber) {
    boolean had = !today.canBeSent(subscriber);
    boolean sent = today.send(subscriber);
    if (sent) {
      notices.written().run();
    }
    return page("web/sent-now.html", subscriber).with(Map.of("sent", sent, "had", had));
  }

  private Page page(String template, Subscriber subscriber) {
    String token = tokens.token(Purpose.PREFERENCES, subscriber.id(), clock.instant());
    Page page = Page.ok(template, Map.of("token", token)).in(subscriber.preferences().language());
    return subscriber.status() == Subscriber.Status.ACTIVE
        ? today.next(subscriber).map(next -> page.with("next", next)).orElse(page)
        : page;
  }
}
