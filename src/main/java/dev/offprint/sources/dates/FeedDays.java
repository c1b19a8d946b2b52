package dev.offprint.sources.dates;

import java.time.LocalDate;

/**
 * The days that a date of a feed may mean: one, or all of a month or a year that is named alone.
 *
 * @param last not before {@code first}
 */
public record FeedDays(LocalDate first, LocalDate last) {
  static FeedDays of(LocalDate day) {
    return new FeedDays(day, day);
  }

  public boolean isExact() {
    return first.equals(last);
  }
}
