package dev.offprint.web.reader;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Tells whose link was followed, and what whoever gets no mails is told in place of a page. */
public final class ReaderLink {
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final DepartedPage departed;
  private final SuppressedPage suppressed;
  private final InstantSource clock;

  ReaderLink(People people, DepartedPage departed, SuppressedPage suppressed, InstantSource clock) {
    this.subscribers = people.subscribers();
    this.tokens = people.tokens();
    this.departed = departed;
    this.suppressed = suppressed;
    this.clock = clock;
  }

  /** The page for a subscriber who is known, however they stand. */
  public Page known(Purpose purpose, String token, Function<Subscriber, Page> page) {
    return tokens
        .number(purpose, token, clock.instant())
        .map(
            id -> subscribers.find(id).map(found -> page(found, page)).orElseGet(ProblemPage::gone))
        .orElseGet(ProblemPage::brokenLink);
  }

  private static Page page(Subscriber found, Function<Subscriber, Page> page) {
    return page.apply(found).in(found.preferences().language());
  }

  /** The page for a subscriber who has neither left nor is suppressed. */
  Page present(Purpose purpose, String token, Function<Subscriber, Page> page) {
    return known(
        purpose, token, subscriber -> away(subscriber).orElseGet(() -> page.apply(subscriber)));
  }

  /** The page for a subscriber who gets mails, or does so again after a pause. */
  Page confirmed(String token, Function<Subscriber, Page> page) {
    return present(
        Purpose.PREFERENCES,
        token,
        subscriber ->
            subscriber.status() == Status.PENDING
                ? ProblemPage.unconfirmed()
                : page.apply(subscriber));
  }

  /** What a subscriber is told who left or is suppressed; empty for any other. */
  public Optional<Page> away(Subscriber subscriber) {
    return switch (subscriber.status()) {
      case UNSUBSCRIBED -> Optional.of(departed.page(subscribers.recipient(subscriber.id())));
      case SUPPRESSED -> Optional.of(suppressed.page(subscriber));
      case PENDING, ACTIVE, PAUSED -> Optional.empty();
    };
  }
}
