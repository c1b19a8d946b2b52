package dev.offprint.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of a source that has papers on any day. */
final class CalendarDays {
  /** The most days that are asked for after a long absence. */
  static final int MOST = 30;

  private CalendarDays() {}

  /**
   * The latest days, and before them those since the latest that was answered, which may not have
   * been over then; oldest first, never more than {@value #MOST}.
   *
   * @param latest how many days are always asked for, since their papers or votes still change
   */
  static List<LocalDate> since(@Nullable LocalDate answered, int latest, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate first = today.minusDays(latest - 1L);
    if (answered != null && answered.isBefore(first)) {
      first = answered;
    }
    LocalDate earliest = today.minusDays(MOST - 1L);
    return (first.isBefore(earliest) ? earliest : first).datesUntil(today.plusDays(1)).toList();
  }
}
