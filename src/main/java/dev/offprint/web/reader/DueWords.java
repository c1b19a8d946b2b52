package dev.offprint.web.reader;

import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says when an edition comes, by the subscriber's own calendar and clock. A day and a time stay on
 * one line.
 */
public final class DueWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d\u00A0MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter FULL_DAY =
      DateTimeFormatter.ofPattern("EEEE d\u00A0MMMM\u00A0yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private DueWords() {}

  /** A day with its year, such as "Tuesday 24 November 2026". */
  public static String day(LocalDate day) {
    return FULL_DAY.format(day);
  }

  /**
   * When a subscriber is due, such as "tomorrow, Wednesday 25 November, at 07:00 (Europe/Oslo)",
   * and for one a week "on Monday 30 November, at 07:00 (Europe/Oslo), then every Monday".
   */
  static String of(Subscriber subscriber, Instant now) {
    Timing timing = subscriber.preferences().timing();
    ZonedDateTime due = subscriber.nextDue().atZone(timing.zone());
    LocalDate today = now.atZone(timing.zone()).toLocalDate();
    return near(today, due.toLocalDate())
        + DAY.format(due)
        + ", at\u00A0"
        + TIME.format(due)
        + " ("
        + timing.zone().getId().replace('_', ' ')
        + ")"
        + (timing.isWeekly() ? ", then every " + WEEKDAY.format(due) : "");
  }

  private static String near(LocalDate today, LocalDate day) {
    if (day.equals(today)) {
      return "today, ";
    }
    return day.equals(today.plusDays(1)) ? "tomorrow, " : "on ";
  }
}
