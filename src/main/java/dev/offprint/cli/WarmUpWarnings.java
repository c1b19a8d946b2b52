package dev.offprint.cli;

import dev.offprint.config.SmtpConfiguration;
import dev.offprint.planning.DailyLimit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What keeps a limit for a new sender from limiting anything, although it is written down. */
final class WarmUpWarnings {
  private WarmUpWarnings() {}

  /** One line, when there is something to warn of. */
  static List<String> of(SmtpConfiguration.Limits limits, LocalDate today) {
    boolean ramp = !limits.dailyFrom().isEmpty();
    if (limits.daily() == 0 && ramp) {
      return List.of(
          "smtp.limits.daily_from has no effect without smtp.limits.daily, and any number of"
              + " readers is mailed on a day; set daily, or remove daily_from");
    }
    if (!ramp && limits.dailyGrowth() != SmtpConfiguration.Limits.USUAL_GROWTH) {
      return List.of(
          limits.daily() == 0
              ? "smtp.limits.daily_growth has no effect without smtp.limits.daily and"
                  + " smtp.limits.daily_from; set both, or remove daily_growth"
              : "smtp.limits.daily_growth has no effect without smtp.limits.daily_from, so the"
                  + " limit is the same every day; set daily_from, or remove daily_growth");
    }
    return DailyLimit.of(limits).isOver(today)
        ? List.of(
            String.format(
                Locale.ROOT,
                "smtp.limits.daily limits nothing any more, as the ramp that began on %s is over;"
                    + " correct daily_from, or remove daily, daily_from and daily_growth",
                limits.dailyFrom()))
        : List.of();
  }
}
