package dev.offprint.subscribers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a subscriber's edition is due: at this time by their own clock, on these days of the week.
 *
 * <p>Where clocks are put forward over the time, the edition is due as much later as they were
 * moved; where they are put back over it, it is due the first time round. So there is exactly one
 * due instant on each chosen day. That of a day whose evening was skipped lies after its midnight.
 *
 * @param at to the minute; what is below one is dropped
 * @param days at least one
 */
public record Timing(LocalTime at, ZoneId zone, Set<DayOfWeek> days) {
  /** Every day of the week. */
  public static final Set<DayOfWeek> DAILY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

  /** Monday to Friday. */
  public static final Set<DayOfWeek> WEEKDAYS =
      Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /** Every day at seven in the morning, for whoever has not said otherwise. */
  public static Timing usual(ZoneId zone) {
    return new Timing(LocalTime.of(7, 0), zone, DAILY);
  }

  public Timing {
    at = at.truncatedTo(ChronoUnit.MINUTES);
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("at least one day of the week must be chosen");
    }
  }

  /** Whether there is one edition a week, which then is of the whole week. */
  public boolean isWeekly() {
    return days.size() == 1;
  }

  /**
   * The same once a week: on the weekday that it is, or of the next due instant where the one that
   * it is was not chosen.
   */
  public Timing weekly(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate day = includes(today) ? today : LocalDate.ofInstant(nextAfter(now), zone);
    return new Timing(at, zone, Set.of(day.getDayOfWeek()));
  }

  public boolean includes(LocalDate day) {
    return days.contains(day.getDayOfWeek());
  }

  /** The first due instant after the given one. */
  public Instant nextAfter(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate().minusDays(1);
    for (; ; day = day.plusDays(1)) {
      if (includes(day) && dueOn(day).isAfter(instant)) {
        return dueOn(day);
      }
    }
  }

  /** The day whose edition is the latest one due at the given instant or before it. */
  public LocalDate latestDayAt(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    for (; ; day = day.minusDays(1)) {
      if (includes(day) && !dueOn(day).isAfter(instant)) {
        return day;
      }
    }
  }

  /** The instant at which the given day's edition is due. */
  public Instant dueOn(LocalDate day) {
    return ZonedDateTime.of(day, at, zone).toInstant();
  }
}
