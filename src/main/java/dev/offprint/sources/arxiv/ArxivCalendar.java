package dev.offprint.sources.arxiv;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days on which arXiv announces papers.
 *
 * <p>Announcements are made at 20:00 US Eastern, Sunday to Thursday, and carry the date of the
 * mailing that follows, Monday to Friday; the feeds are built at midnight Eastern after them. What
 * was submitted by 14:00 on a weekday is announced that evening, by 14:00 on a Friday on Sunday.
 * (https://info.arxiv.org/help/availability.html)
 */
final class ArxivCalendar {
  private static final ZoneId EASTERN = ZoneId.of("America/New_York");
  private static final LocalTime ANNOUNCEMENT = LocalTime.of(20, 0);
  private static final LocalTime DEADLINE = LocalTime.of(14, 0);

  private ArxivCalendar() {}

  /** The submissions of an announcement: those after one instant and up to another. */
  record Submissions(Instant after, Instant until) {}

  /** Whether papers are announced with this date. */
  static boolean announces(LocalDate mailingDay) {
    return isWeekday(mailingDay) && !ArxivHolidays.defer(mailingDay);
  }

  /** When the papers that carry this date are announced; the date should be one that announces. */
  static Instant announcedAt(LocalDate mailingDay) {
    return ZonedDateTime.of(mailingDay.minusDays(1), ANNOUNCEMENT, EASTERN).toInstant();
  }

  /** The date of the latest announcement that has been made at an instant. */
  static LocalDate latestAt(Instant instant) {
    LocalDate day = instant.atZone(EASTERN).toLocalDate().plusDays(1);
    while (!announces(day) || announcedAt(day).isAfter(instant)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The earliest date with which what was submitted at an instant can be announced. */
  static LocalDate earliestFor(Instant submitted) {
    LocalDate day = submitted.atZone(EASTERN).toLocalDate();
    while (!announces(day) || deadlineOf(day).isBefore(submitted)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** What is usually announced with this date; the date should be one that announces. */
  static Submissions submissionsOf(LocalDate mailingDay) {
    return new Submissions(deadlineOf(before(mailingDay)), deadlineOf(mailingDay));
  }

  /** The last date before this one with which papers are announced. */
  static LocalDate before(LocalDate day) {
    LocalDate before = day.minusDays(1);
    while (!announces(before)) {
      before = before.minusDays(1);
    }
    return before;
  }

  /** When the feeds of a date are built. */
  static Instant builtAt(LocalDate mailingDay) {
    return mailingDay.atStartOfDay(EASTERN).toInstant();
  }

  /** The date of the feeds that were built last before an instant, empty or not. */
  static LocalDate feedDayAt(Instant instant) {
    return instant.atZone(EASTERN).toLocalDate();
  }

  private static Instant deadlineOf(LocalDate mailingDay) {
    LocalDate lastWeekday = mailingDay.minusDays(1);
    while (!isWeekday(lastWeekday)) {
      lastWeekday = lastWeekday.minusDays(1);
    }
    // Monday's mailing holds what came by Friday, Tuesday's what came over the weekend.
    return ZonedDateTime.of(lastWeekday, DEADLINE, EASTERN).toInstant();
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
