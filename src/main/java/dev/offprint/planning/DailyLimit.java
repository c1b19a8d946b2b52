package dev.offprint.planning;

import dev.offprint.config.SmtpConfiguration;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many readers are mailed on a day at the most. Receivers trust a new sender by and by, so it
 * can grow from day to day.
 *
 * @param daily on the first day of the ramp and before it; 0 is any number
 * @param from the first day of the ramp; null keeps it the same on all days
 * @param growth in percent, from one day of the ramp to the next, from 0
 */
public record DailyLimit(int daily, @Nullable LocalDate from, int growth) {
  public static final DailyLimit NONE = new DailyLimit(0, null, 0);

  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /** From 1, and by one percent a day, the greatest number is reached sooner. */
  private static final long LONGEST_RAMP = 2_200;

  public DailyLimit {
    if (daily < 0 || growth < 0) {
      throw new IllegalArgumentException("a limit of " + daily + " that grows by " + growth + " %");
    }
  }

  /** The limit that is configured. */
  public static DailyLimit of(SmtpConfiguration.Limits limits) {
    String from = limits.dailyFrom();
    return new DailyLimit(
        limits.daily(), from.isEmpty() ? null : LocalDate.parse(from), limits.dailyGrowth());
  }

  public boolean isNone() {
    return daily == 0;
  }

  /** The limit of a day, rounded down; {@link Integer#MAX_VALUE} when there is none. */
  public int on(LocalDate day) {
    if (isNone()) {
      return Integer.MAX_VALUE;
    }
    if (from == null || !day.isAfter(from)) {
      return daily;
    }
    int days = (int) Math.min(LONGEST_RAMP, ChronoUnit.DAYS.between(from, day));
    return BigInteger.valueOf(100L + growth)
        .pow(days)
        .multiply(BigInteger.valueOf(daily))
        .divide(HUNDRED.pow(days))
        .min(MOST)
        .intValue();
  }

  /**
   * Whether the ramp has come so far by a day that it keeps nobody waiting: no installation has as
   * many readers.
   */
  public boolean isOver(LocalDate day) {
    return !isNone() && on(day) > SmtpConfiguration.Limits.MOST_DAILY;
  }

  /** The first day, not before {@code earliest}, that has room for so many readers, if any does. */
  public Optional<LocalDate> admits(int readers, LocalDate earliest) {
    if (from == null || growth == 0 || on(earliest) >= readers) {
      return on(earliest) >= readers ? Optional.of(earliest) : Optional.empty();
    }
    LocalDate start = from.isAfter(earliest) ? from : earliest;
    return Stream.iterate(start, day -> day.plusDays(1))
        .filter(day -> on(day) >= readers)
        .findFirst();
  }
}
