package dev.offprint.selection;

import java.util.List;
import java.util.Optional;

/**
 * Takes matches one after the other so that the page varies: the better ones first, but one that is
 * much like those already taken gives way to others (Carbonell and Goldstein, The Use of MMR,
 * 1998), and nearly the same paper never follows itself.
 */
final class Variety {
  /** What likeness to a paper above costs a match, as a share of its score. */
  private static final double COST_OF_LIKENESS = 0.3;

  private final Likeness likeness;
  private final List<MergedMatches.Match> ranked;
  private final boolean[] isTaken;
  private final int[] taken;
  private int count;

  // For each match: to how many of those taken it was compared, the greatest likeness among these,
  // and the likeness to the last of them.
  private final int[] compared;
  private final double[] nearest;
  private final double[] toLast;

  /** How much alike two papers are, 0 to 1, by their places. */
  interface Likeness {
    double of(int one, int other);

    /** Whether papers so much alike are nearly the same. */
    boolean isSame(double likeness);
  }

  /**
   * Takes from what matches.
   *
   * @param ranked best first
   */
  Variety(List<MergedMatches.Match> ranked, Likeness likeness) {
    this.likeness = likeness;
    this.ranked = ranked;
    int size = this.ranked.size();
    isTaken = new boolean[size];
    taken = new int[size];
    compared = new int[size];
    nearest = new double[size];
    toLast = new double[size];
  }

  /**
   * The next one; empty when there is none, or only such as are nearly the same as the one before,
   * which wait for another day.
   */
  Optional<MergedMatches.Match> next() {
    int best = -1;
    double bestScore = 0;
    for (int i = 0; i < isTaken.length; i++) {
      double score = ranked.get(i).score();
      // Likeness only ever takes off, so nothing from here on can be better.
      if (score <= bestScore) {
        break;
      }
      if (isTaken[i]) {
        continue;
      }
      compare(i);
      double rest = score * (1 - COST_OF_LIKENESS * nearest[i]);
      if (rest > bestScore && !(count > 0 && likeness.isSame(toLast[i]))) {
        best = i;
        bestScore = rest;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    isTaken[best] = true;
    taken[count++] = best;
    return Optional.of(ranked.get(best));
  }

  private void compare(int match) {
    int paper = ranked.get(match).paper();
    for (; compared[match] < count; compared[match]++) {
      toLast[match] = likeness.of(paper, ranked.get(taken[compared[match]]).paper());
      nearest[match] = Math.max(nearest[match], toLast[match]);
    }
  }
}
