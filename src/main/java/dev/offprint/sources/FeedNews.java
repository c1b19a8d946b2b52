package dev.offprint.sources;

import dev.offprint.papers.Sighting;
import dev.offprint.sources.dates.FeedDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells on which day an entry of a page was announced.
 *
 * @param asked the day of all entries; null leaves it to each
 * @param listed the latest day on which an entry can have come onto the page
 * @param isFirst whether the feed was never read before
 */
record FeedNews(@Nullable LocalDate asked, LocalDate listed, LocalDate today, boolean isFirst) {
  /** What was announced so many days ago is news for nobody. */
  private static final int OLD_DAYS = 30;

  /**
   * A date in the future is when a journal's issue appears; its entry is no younger than the page
   * it stands on. So is one without a date, and one with a month or a year alone that is not over;
   * when a feed is read for the first time, nobody knows how much older these are, and they count
   * as old.
   *
   * @param published null when it has no date
   */
  LocalDate announced(@Nullable FeedDays published) {
    if (asked != null) {
      return asked;
    }
    if (published != null && published.last().isBefore(listed)) {
      return published.last();
    }
    if (published != null && published.isExact()) {
      return published.first().isAfter(today) ? listed : published.first();
    }
    return isFirst ? listed.minusDays(OLD_DAYS) : listed;
  }

  Sighting.Certainty certainty(@Nullable FeedDays published) {
    boolean isStated =
        asked != null
            || (published != null && published.isExact() && !published.first().isAfter(today));
    return isStated ? Sighting.Certainty.STATED : Sighting.Certainty.GUESSED;
  }
}
