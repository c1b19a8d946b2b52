package dev.offprint.selection;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The papers that meet one wish on one day, and the reasons that were given so far; safe for use by
 * many threads.
 */
final class WishMatches {
  private static final int FIRST_REASONS = 8;

  private final Wish wish;
  private final int[] places;
  // In the order of the places, as far as they were asked for: mostly the first few of hundreds.
  // Threads may see an older array and make a reason again, which does no harm.
  private @Nullable Reason[] reasons = new Reason[0];

  /**
   * @param places in the day's index, best match first; not copied
   */
  WishMatches(Wish wish, int[] places) {
    this.wish = wish;
    this.places = places;
  }

  Wish wish() {
    return wish;
  }

  /** In the day's index, best match first. */
  int[] places() {
    return places;
  }

  /** The reason for a paper, which is the same for everybody who has the wish. */
  Reason reason(int place, Supplier<Reason> make) {
    int rank = 0;
    while (places[rank] != place) {
      rank++;
    }
    @Nullable Reason[] given = reasons;
    if (rank >= given.length) {
      given = Arrays.copyOf(given, Math.min(places.length, FIRST_REASONS + 2 * rank));
      reasons = given;
    }
    Reason known = given[rank];
    if (known == null) {
      known = make.get();
      given[rank] = known;
    }
    return known;
  }
}
