package dev.offprint.cli.console;

import dev.offprint.config.Nearest;
import dev.offprint.subscribers.Timing;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** Times and zones as people write them. */
public final class TimingText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private TimingText() {}

  /** Reads {@code 07:00} or {@code 7:00}. */
  public static LocalTime time(String text) {
    try {
      return LocalTime.parse(text.strip(), TIME);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "there is no such time of day; write it as 07:00 or 18:30", e);
    }
  }

  /** Reads a zone by its name in the time zone database, in any case. */
  public static ZoneId zone(String text) {
    String typed = text.strip();
    Optional<String> known =
        ZoneId.getAvailableZoneIds().stream().filter(typed::equalsIgnoreCase).findFirst();
    try {
      return ZoneId.of(known.orElse(typed));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "there is no such time zone; "
              + similar(typed)
                  .map(near -> String.format(Locale.ROOT, "did you mean %s?", near))
                  .orElse("write it as Europe/Oslo, America/New_York or UTC"),
          e);
    }
  }

  private static Optional<String> similar(String typed) {
    String city = "/" + typed.toLowerCase(Locale.ROOT).replace(' ', '_');
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
        .sorted()
        .findFirst()
        .or(() -> Nearest.to(typed, ZoneId.getAvailableZoneIds()));
  }

  /** "mon-fri at 07:00 (Europe/Oslo)", or "weekly, on Monday at 07:00 (Europe/Oslo)". */
  public static String describe(Timing timing) {
    return String.format(Locale.ROOT, "%s at %s (%s)", days(timing), timing.at(), timing.zone());
  }

  /** "mon-fri", or "weekly, on Monday". */
  public static String days(Timing timing) {
    return timing.isWeekly()
        ? "weekly, on " + name(timing.days().iterator().next())
        : Weekdays.write(timing.days());
  }

  /** "Mon 2024-05-27 07:00". */
  public static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  /** The head of a column of moments, such as "NEXT DUE (Europe/Oslo)". */
  public static String column(String head, ZoneId zone) {
    return String.format(Locale.ROOT, "%s (%s)", head, zone);
  }

  /** "Mon 2024-05-27". */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** "Monday". */
  public static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
