package dev.offprint.web.reader;

import dev.offprint.messages.Message;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Says when an edition comes, by the subscriber's own calendar and clock. A day and a time stay on
 * one line.
 */
public final class DueWords {
  private DueWords() {}

  /** A day with its year, such as "Tuesday 24 November 2026". */
  public static Message day(LocalDate day) {
    return Message.of("pattern.weekday.year.unbroken", day);
  }

  /**
   * When a subscriber is due, such as "tomorrow, Wednesday 25 November, at 07:00 (Europe/Oslo)",
   * and for one a week "on Monday 30 November, at 07:00 (Europe/Oslo), then every Monday".
   */
  static Message of(Subscriber subscriber, Instant now) {
    Timing timing = subscriber.preferences().timing();
    ZonedDateTime due = subscriber.nextDue().atZone(timing.zone());
    LocalDate today = now.atZone(timing.zone()).toLocalDate();
    LocalDate day = due.toLocalDate();
    Message when =
        Message.of(
            day.equals(today)
                ? "page.due.today"
                : day.equals(today.plusDays(1)) ? "page.due.tomorrow" : "page.due.on",
            Message.of("pattern.weekday.unbroken", day),
            Message.of("pattern.time", due),
            timing.zone().getId().replace('_', ' '));
    return timing.isWeekly() ? Message.of("page.due.weekly", when, day.getDayOfWeek()) : when;
  }
}
