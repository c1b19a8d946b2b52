package dev.offprint.sources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the dates of feeds: RFC 3339 as in Atom, RFC 822 as in RSS, or a day alone. */
public final class FeedDates {
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] z", Locale.ROOT));

  private FeedDates() {}

  /**
   * Whether a paper can be from that day. The years that {@link LocalDate} knows beyond these are
   * damage, and no database takes them all.
   */
  static boolean isPlausible(LocalDate day) {
    return day.getYear() >= 1000 && day.getYear() < 3000;
  }

  /** The instant with the offset it was written in; null when it is no date. */
  public static @Nullable OffsetDateTime read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String date = text.strip();
    for (DateTimeFormatter format : FORMATS) {
      try {
        OffsetDateTime read = format.parse(date, OffsetDateTime::from);
        return isPlausible(read.toLocalDate()) ? read : null;
      } catch (DateTimeException e) {
        // The next format may fit.
      }
    }
    LocalDate day = day(date);
    return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /** The day, as it was where it was written down; null when it is no date. */
  public static @Nullable LocalDate day(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return isPlausible(day) ? day : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
