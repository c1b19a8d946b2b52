package dev.offprint.web.reader;

import dev.offprint.digests.Days;
import dev.offprint.messages.Message;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Timing;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.Page;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where every mail's “Weekly instead” leads: one button, what it did, and the way back to the days
 * that it was before, which the form carries.
 */
final class WeeklyPage {
  private static final String DAYS = "days";

  private final Membership membership;
  private final ReaderLink link;
  private final TodaysEdition today;
  private final InstantSource clock;

  WeeklyPage(People people, ReaderLink link, TodaysEdition today, InstantSource clock) {
    this.membership = people.membership();
    this.link = link;
    this.today = today;
    this.clock = clock;
  }

  /** Takes the token of the preferences, as the others do. */
  Page show(String token) {
    return link.confirmed(token, subscriber -> show(token, subscriber));
  }

  private Page show(String token, Subscriber subscriber) {
    Timing timing = subscriber.preferences().timing();
    if (timing.isWeekly()) {
      return howOften(token, subscriber, Message.of("page.often.already"), Set.of());
    }
    Instant now = clock.instant();
    Preferences weekly = subscriber.preferences().with(timing.weekly(now));
    return Page.ok(
        "web/weekly.html",
        values(
            token,
            subscriber.wanting(weekly).dueAt(weekly.timing().nextAfter(now)),
            timing.days()));
  }

  /**
   * Changes to one mail a week.
   *
   * @param form with the days that it is going to be possible to go back to, in case the button was
   *     pressed before
   */
  Page set(String token, FormFields form) {
    Instant now = clock.instant();
    return link.confirmed(
        token,
        subscriber -> {
          Timing before = subscriber.preferences().timing();
          return changed(
              token,
              subscriber,
              timing -> timing.isWeekly() ? timing : timing.weekly(now),
              Message.of("page.often.weekly"),
              before.isWeekly() ? days(form) : before.days());
        });
  }

  /** Changes back to the days of the form. */
  Page back(String token, FormFields form) {
    Set<DayOfWeek> days = days(form);
    return link.confirmed(
        token,
        subscriber ->
            days.isEmpty()
                ? show(token, subscriber)
                : changed(
                    token,
                    subscriber,
                    timing -> new Timing(timing.at(), timing.zone(), days),
                    Message.of("page.often.again", Days.of(days)),
                    Set.of()));
  }

  private Page changed(
      String token,
      Subscriber subscriber,
      UnaryOperator<Timing> change,
      Message title,
      Set<DayOfWeek> before) {
    return switch (membership.setTiming(subscriber.id(), change)) {
      case Outcome.Done(Subscriber now) -> howOften(token, now, title, before);
      case Outcome.Already(Subscriber now) -> howOften(token, now, title, before);
      default -> show(token);
    };
  }

  private Page howOften(String token, Subscriber subscriber, Message title, Set<DayOfWeek> before) {
    return Page.ok("web/how-often.html", values(token, subscriber, before)).with("title", title);
  }

  /**
   * What is shown of how a subscriber gets mails.
   *
   * @param before the days to go back to; may be empty
   */
  private Map<String, Object> values(String token, Subscriber subscriber, Set<DayOfWeek> before) {
    Timing timing = subscriber.preferences().timing();
    Map<String, Object> values = new HashMap<>();
    values.put("token", token);
    values.put("address", subscriber.address().masked());
    values.put("weekly", timing.isWeekly());
    values.put("days", Days.of(timing.days()));
    values.put("paused", subscriber.status() == Status.PAUSED);
    today.next(subscriber).ifPresent(next -> values.put("next", next));
    values.put("before", before.stream().sorted().map(DayOfWeek::name).toList());
    if (before.size() > 1) {
      values.put("beforeWords", Days.of(before));
    }
    return values;
  }

  private static Set<DayOfWeek> days(FormFields form) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> form.has(DAYS, day.name()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
