package dev.offprint.digests;

import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Numbers, days and lists as an English sentence has them. */
public final class English {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter FULL_DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private English() {}

  /** Such as {@code 1st}, {@code 12th}, {@code 22nd}. */
  static String ordinal(int number) {
    int lastTwo = number % 100;
    String ending =
        lastTwo >= 11 && lastTwo <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number(number) + ending;
  }

  /** Such as {@code 1 paper}, {@code 1,204 papers}. */
  public static String count(long number, String singular) {
    return number(number) + " " + singular + (number == 1 ? "" : "s");
  }

  public static String number(long number) {
    return number < 1_000 ? Long.toString(number) : String.format(Locale.ENGLISH, "%,d", number);
  }

  /** Such as {@code Ada, Grace and Emmy}. */
  public static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** Such as {@code every Tuesday}, {@code on weekdays}, {@code on Monday and Friday}. */
  public static String days(Set<DayOfWeek> days) {
    List<String> names =
        days.stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();
    if (names.size() == 1) {
      return "every " + names.getFirst();
    }
    if (days.equals(Timing.DAILY)) {
      return "every day";
    }
    return days.equals(Timing.WEEKDAYS) ? "on weekdays" : "on " + list(names);
  }

  /** Such as {@code 27 May}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /**
   * Such as {@code Friday}; a week or more before another day {@code 3 May}, with its year if need
   * be.
   */
  static String pastDay(LocalDate past, LocalDate day) {
    if (past.isAfter(day.minusDays(7))) {
      return past.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    return day(past, day);
  }

  /** Such as {@code 27 May}, with its year if that is not the year of another day. */
  static String day(LocalDate day, LocalDate other) {
    return day(day) + (day.getYear() == other.getYear() ? "" : " " + day.getYear());
  }

  /** Such as {@code Tuesday, 27 May}. */
  static String weekday(LocalDate day) {
    return WEEKDAY.format(day);
  }

  /** Such as {@code Tuesday, 27 May 2025}. */
  public static String fullDay(LocalDate day) {
    return FULL_DAY.format(day);
  }
}
