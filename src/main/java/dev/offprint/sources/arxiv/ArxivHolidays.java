package dev.offprint.sources.arxiv;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The evenings on which arXiv makes no announcement though it is not a Friday or Saturday.
 *
 * <p>The dates are those under "Holidays" on https://info.arxiv.org/help/availability.html; they
 * are evenings (the list of 2025 has a Sunday), so the mailing that is left out has the date of the
 * next weekday. A Friday there defers what would be announced on Sunday. For the years whose list
 * is not known here, and for December 2025, which was not scheduled when its list was read, the
 * holidays that the known lists agree on are taken.
 */
final class ArxivHolidays {
  private static final Map<Integer, Set<LocalDate>> LISTED =
      Map.of(
          2023,
          evenings(
              "2023-01-16",
              "2023-06-14",
              "2023-06-19",
              "2023-07-04",
              "2023-09-04",
              "2023-11-23",
              "2023-12-25",
              "2023-12-27"),
          2025,
          evenings(
              "2025-01-01",
              "2025-01-20",
              "2025-06-19",
              "2025-07-06",
              "2025-09-01",
              "2025-11-27",
              "2025-12-25"),
          2026,
          evenings(
              "2026-01-01",
              "2026-01-19",
              "2026-06-19",
              "2026-07-03",
              "2026-09-07",
              "2026-11-26",
              "2026-12-25",
              "2026-12-29",
              "2026-12-31"));

  private ArxivHolidays() {}

  /** Whether the mailing of a weekday is left out because the evening before it is a holiday. */
  static boolean defer(LocalDate mailingDay) {
    LocalDate evening = mailingDay.minusDays(1);
    return isHoliday(evening)
        || (evening.getDayOfWeek() == SUNDAY && isHoliday(evening.minusDays(2)));
  }

  private static boolean isHoliday(LocalDate evening) {
    Set<LocalDate> listed = LISTED.get(evening.getYear());
    return listed != null ? listed.contains(evening) : usual(evening.getYear()).contains(evening);
  }

  private static Set<LocalDate> usual(int year) {
    return Stream.of(
            observed(LocalDate.of(year, Month.JANUARY, 1)),
            LocalDate.of(year, Month.JANUARY, 1).with(dayOfWeekInMonth(3, MONDAY)),
            observed(LocalDate.of(year, Month.JUNE, 19)),
            observed(LocalDate.of(year, Month.JULY, 4)),
            LocalDate.of(year, Month.SEPTEMBER, 1).with(dayOfWeekInMonth(1, MONDAY)),
            LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, THURSDAY)),
            observed(LocalDate.of(year, Month.DECEMBER, 25)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A holiday at the weekend is kept on the weekday next to it. */
  private static LocalDate observed(LocalDate holiday) {
    if (holiday.getDayOfWeek() == SATURDAY) {
      return holiday.minusDays(1);
    }
    return holiday.getDayOfWeek() == SUNDAY ? holiday.plusDays(1) : holiday;
  }

  private static Set<LocalDate> evenings(String... days) {
    return Stream.of(days).map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
  }
}
