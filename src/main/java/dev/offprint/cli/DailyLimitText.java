package dev.offprint.cli;

import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.planning.DailyLimit;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many may be mailed today and who waits, in words and as JSON.
 *
 * @param text empty when none is configured
 * @param document null when there is none, or none any more
 */
record DailyLimitText(Optional<String> text, @Nullable Document document) {

  static DailyLimitText of(DailyLimit limit, int active, LocalDate today) {
    if (limit.isNone()) {
      return new DailyLimitText(Optional.empty(), null);
    }
    int most = limit.on(today);
    int waiting = Math.max(0, active - most);
    if (waiting == 0 && limit.isOver(today)) {
      return new DailyLimitText(
          Optional.of(
              String.format(
                  Locale.ROOT,
                  "no limit any more: the ramp that began on %s is over (smtp.limits.daily_from)",
                  limit.from())),
          null);
    }
    Optional<LocalDate> end = limit.admits(active, today);
    String text =
        String.format(
            Locale.ROOT,
            "at most %s today (smtp.limits.daily); %s",
            Text.count(most, "reader"),
            waiting == 0
                ? "nobody has to wait"
                : String.format(
                    Locale.ROOT,
                    "%s, %s",
                    Text.count(waiting, "active reader waits", "active readers wait"),
                    end.map(day -> "until " + TimingText.day(day) + " at the latest")
                        .orElse("until it is raised")));
    return new DailyLimitText(
        Optional.of(text),
        new Document()
            .with("today", most)
            .with("waiting", waiting)
            .with("all_from", end.map(LocalDate::toString).orElse(null)));
  }
}
