package dev.offprint.selection;

import java.util.ArrayList;
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
  private final List<MergedMatches.Match> left;
  private final List<Double> nearest;
  private int last = -1;

  /** How much alike two papers are, 0 to 1, by their places. */
  interface Likeness {
    double of(int one, int other);

    /** Whether they are nearly the same. */
    boolean isSame(int one, int other);
  }

  /**
   * @param ranked best first
   * @param window how many of the best are looked at; more is not worth the time
   */
  Variety(List<MergedMatches.Match> ranked, int window, Likeness likeness) {
    this.likeness = likeness;
    left = new ArrayList<>(ranked.subList(0, Math.min(window, ranked.size())));
    nearest = new ArrayList<>(left.stream().map(match -> 0.0).toList());
  }

  /**
   * The next one; empty when there is none, or only such as are nearly the same as the one before,
   * which wait for another day.
   */
  Optional<MergedMatches.Match> next() {
    int best = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < left.size(); i++) {
      if (last >= 0) {
        double alike = likeness.of(left.get(i).paper(), last);
        nearest.set(i, Math.max(nearest.get(i), alike));
      }
      double score = left.get(i).score() * (1 - COST_OF_LIKENESS * nearest.get(i));
      if (score > bestScore && !(last >= 0 && likeness.isSame(left.get(i).paper(), last))) {
        best = i;
        bestScore = score;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    nearest.remove(best);
    MergedMatches.Match taken = left.remove(best);
    last = taken.paper();
    return Optional.of(taken);
  }
}
