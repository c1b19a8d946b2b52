package dev.offprint.sources.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dates of feeds, see {@link DateReader}. */
public final class FeedDates {
  private FeedDates() {}

  /**
   * Whether a paper can be from that day. The years that {@link LocalDate} knows beyond these are
   * damage, and no database takes them all.
   */
  public static boolean isPlausible(LocalDate day) {
    return day.getYear() >= 1000 && day.getYear() < 3000;
  }

  /** The instant with the offset it was written in; null when it is no date of a day. */
  public static @Nullable OffsetDateTime read(@Nullable String text) {
    return plausible(text)
        .filter(DateReader.Read::isExact)
        .map(DateReader.Read::start)
        .orElse(null);
  }

  /** The days in Greenwich that it may mean; null when it is no date. */
  public static @Nullable FeedDays days(@Nullable String text) {
    return plausible(text)
        .map(
            read ->
                read.isExact()
                    ? FeedDays.of(read.start().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
                    : new FeedDays(read.start().toLocalDate(), read.last()))
        .orElse(null);
  }

  private static Optional<DateReader.Read> plausible(@Nullable String text) {
    return text == null
        ? Optional.empty()
        : DateReader.read(text).filter(read -> isPlausible(read.start().toLocalDate()));
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
