package dev.offprint.web.reader;

import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.web.http.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where every mail's “Pause a week” leads: one button, and what it did. */
final class PausePage {
  private final Membership membership;
  private final ReaderLink link;
  private final TodaysEdition today;
  private final InstantSource clock;

  PausePage(People people, ReaderLink link, TodaysEdition today, InstantSource clock) {
    this.membership = people.membership();
    this.link = link;
    this.today = today;
    this.clock = clock;
  }

  /** Takes the token of the preferences, as {@link #pause} does. */
  Page show(String token) {
    return link.confirmed(token, subscriber -> show(token, subscriber));
  }

  private Page show(String token, Subscriber subscriber) {
    if (subscriber.status() == Status.PAUSED) {
      return paused(token, subscriber);
    }
    Instant now = clock.instant();
    LocalDate until = subscriber.endOfPausedWeek(now);
    return page("web/pause.html", token, subscriber, until)
        .with("next", DueWords.of(subscriber.dueAt(subscriber.dueAfterPause(until)), now));
  }

  Page pause(String token) {
    return link.confirmed(
        token,
        subscriber ->
            switch (membership.pauseForAWeek(subscriber.id())) {
              case Outcome.Done(Subscriber paused) -> paused(token, paused);
              case Outcome.Already(Subscriber paused) -> paused(token, paused);
              default -> show(token);
            });
  }

  private Page paused(String token, Subscriber subscriber) {
    Page page = page("web/paused.html", token, subscriber, subscriber.pausedUntil());
    return today.next(subscriber).map(next -> page.with("next", next)).orElse(page);
  }

  private static Page page(
      String template, String token, Subscriber subscriber, @Nullable LocalDate until) {
    Page page = Page.ok(template, Map.of("token", token, "address", subscriber.address().masked()));
    return until == null ? page : page.with("until", DueWords.day(until));
  }
}
