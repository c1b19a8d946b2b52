package dev.offprint.web;

import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.web.http.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Says which interests may be worked out for whoever asks. A form has up to a hundred of them, and
 * what each brings takes a processor some ten milliseconds, of which a request has none to spare.
 */
final class InterestBudget {
  /** So much takes as long to be read as one interest to be worked out. */
  private static final int LINES = 6;

  private static final int CHARACTERS = 4_000;
  private static final int MOST_PIECES = 15;

  private static final Duration READING = Duration.ofSeconds(5);

  private final RecentPapers recent;
  private final Limits limits;
  private final InstantSource clock;

  InterestBudget(RecentPapers recent, Limits limits, InstantSource clock) {
    this.recent = recent;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Counts a text of interests that is to be taken apart. A few lines cost nothing.
   *
   * @param whom as for {@link #take}
   * @return how long to wait; empty when it may be done now
   */
  Optional<Duration> read(String interests, Object whom) {
    long pieces = Math.max(interests.lines().count() / LINES, interests.length() / CHARACTERS);
    return pieces == 0
        ? Optional.empty()
        : limits.work(whom, (int) Math.min(pieces, MOST_PIECES), clock.instant());
  }

  /**
   * Counts an interest that is to be held against the papers of the last days. One that is
   * remembered costs nothing.
   *
   * @param whom the network that asks, or the subscriber whose link it is
   * @return how long to wait; empty when it may be done now
   */
  Optional<Duration> take(Interest interest, Object whom) {
    if (!recent.isReady()) {
      return Optional.of(READING);
    }
    return recent.isRemembered(interest) ? Optional.empty() : limits.work(whom, 1, clock.instant());
  }
}
