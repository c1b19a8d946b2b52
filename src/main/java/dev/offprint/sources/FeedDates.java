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
final class FeedDates {
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] z", Locale.ROOT));

  private FeedDates() {}

  /** The instant with the offset it was written in; null when it is no date. */
  static @Nullable OffsetDateTime read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String date = text.strip();
    for (DateTimeFormatter format : FORMATS) {
      try {
        return format.parse(date, OffsetDateTime::from);
      } catch (DateTimeException e) {
        // The next format may fit.
      }
    }
    LocalDate day = day(date);
    return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /** The day, as it was where it was written down; null when it is no date. */
  static @Nullable LocalDate day(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
