package dev.offprint.sources.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time in a date, with its zone.
 *
 * @param days how many days later it is; 24:00 is the beginning of the next one
 * @param isAmerican whether it is written with AM or PM
 * @param rest the date without the time
 */
record TimeOfDay(LocalTime time, ZoneOffset offset, int days, boolean isAmerican, String rest) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:(?<=\\d)[T_]|[\\s,-]+|^)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:](\\d{1,9}))?)?"
              + "(?:\\s*([ap])\\.?m\\b\\.?)?"
              + "(?:\\s*(?:GMT|UTC?|Z)?\\s*([+\\u2212-])(\\d{1,2})(?::?(\\d{2}))?(?!\\d)|\\s*([A-Z]{1,5})\\b)?"
              + "(?:\\s*(?:\\([^)]*\\)|\\[[^\\]]*\\]|\\b(?:UTC|GMT|[A-Z]{3,4}T)\\b))?",
          Pattern.CASE_INSENSITIVE);

  /** RFC 5322, section 4.3, and some that are common besides. Hours from Greenwich. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("MEZ", 1),
          Map.entry("MESZ", 2),
          Map.entry("BST", 1),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("AEST", 10),
          Map.entry("AEDT", 11));

  /** Finds the time in a date; midnight in Greenwich when there is none. */
  static TimeOfDay in(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.find()) {
      return new TimeOfDay(LocalTime.MIDNIGHT, ZoneOffset.UTC, 0, false, text);
    }
    String word = written.group(9);
    // A word behind the time may be the month as well.
    boolean isMonth = word != null && DateWords.month(word).isPresent();
    String rest =
        text.substring(0, written.start())
            + " "
            + text.substring(isMonth ? written.start(9) : written.end());
    boolean american = written.group(5) != null;
    int hour = hour(Integer.parseInt(written.group(1)), written.group(5));
    int minute = Integer.parseInt(written.group(2));
    boolean isTime = hour <= 24 && minute < 60;
    return new TimeOfDay(
        isTime
            ? LocalTime.of(hour % 24, minute, second(written.group(3)), nanos(written.group(4)))
            : LocalTime.MIDNIGHT,
        offset(written),
        isTime ? hour / 24 : 0,
        american,
        rest.strip());
  }

  private static int hour(int written, @Nullable String half) {
    if (half == null || written > 12) {
      return written;
    }
    return written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
  }

  /** A leap second is taken for the one before it. */
  private static int second(@Nullable String written) {
    return written == null ? 0 : Math.min(59, Integer.parseInt(written));
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(Matcher written) {
    if (written.group(6) == null) {
      String zone = written.group(9) == null ? "" : written.group(9).toUpperCase(Locale.ROOT);
      return ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
    }
    int sign = written.group(6).equals("+") ? 1 : -1;
    int hours = Integer.parseInt(written.group(7));
    int minutes = written.group(8) == null ? 0 : Integer.parseInt(written.group(8));
    try {
      return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  OffsetDateTime on(LocalDate day) {
    return day.plusDays(days).atTime(time).atOffset(offset);
  }
}
