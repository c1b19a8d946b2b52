package dev.offprint.selection;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The papers that meet one need on one day, or nearly, and the reasons that were given so far; safe
 * for use by many threads.
 */
final class NeedMatches {
  private static final int FIRST_REASONS = 8;

  private final InformationNeed need;
  private final int[] places;
  private final float[] margins;
  // In the order of the places, as far as they were asked for: mostly the first few of hundreds.
  // Threads may see an older array and make a reason again, which does no harm.
  private @Nullable Reason[] reasons = new Reason[0];

  /**
   * @param places in the day's index, best match first; not copied
   * @param margins of each, how far beyond the threshold it is; below 0 if short of it; not copied
   */
  NeedMatches(InformationNeed need, int[] places, float[] margins) {
    this.need = need;
    this.places = places;
    this.margins = margins;
  }

  /** Papers that all meet the need. */
  static NeedMatches met(InformationNeed need, int[] places) {
    return new NeedMatches(need, places, new float[places.length]);
  }

  /** The same papers for whoever asks for less, or more if it is below 0. */
  NeedMatches moved(double by) {
    float[] moved = margins.clone();
    for (int rank = 0; rank < moved.length; rank++) {
      moved[rank] += (float) by;
    }
    return new NeedMatches(need, places, moved);
  }

  InformationNeed need() {
    return need;
  }

  /** In the day's index, best match first. */
  int[] places() {
    return places;
  }

  /**
   * Whether a paper meets the need of a reader.
   *
   * @param rank where it stands among the places, from 0
   * @param least the margin from which on it does: usually 0
   */
  boolean isMet(int rank, double least) {
    return margins[rank] >= least;
  }

  /** How many papers meet the need of a reader. */
  int count(double least) {
    int count = 0;
    for (int rank = 0; rank < places.length; rank++) {
      count += isMet(rank, least) ? 1 : 0;
    }
    return count;
  }

  /** The reason for a paper, which is the same for everybody who has the need. */
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
