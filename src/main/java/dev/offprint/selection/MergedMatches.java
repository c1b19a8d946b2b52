package dev.offprint.selection;

import dev.offprint.subscribers.Preferences;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Makes one ranking of the matches of all of a subscriber's interests by reciprocal rank: each
 * interest gives its best paper 1/(k+1), its second 1/(k+2), and so on.
 *
 * <p>So the interests take turns, however many papers each of them matches and whatever the scale
 * of its scores, and a paper that several interests match comes sooner.
 */
final class MergedMatches {
  // Small, so that the best match of one interest is not passed by a poor match of two.
  private static final int K = 10;
  // Enough for one interest to fill the largest edition.
  private static final int DEPTH = Preferences.MAX_PAPERS;

  private MergedMatches() {}

  /**
   * One paper.
   *
   * @param paper its place in the day's index
   * @param best the interest in whose ranking it comes first; of several, the one with the fewest
   *     matches, which says most
   */
  record Match(int paper, WishMatches best, int rank, double score) {
    private Match plus(Match other) {
      Match better = BETTER_REASON.compare(this, other) <= 0 ? this : other;
      return new Match(paper, better.best, better.rank, score + other.score);
    }
  }

  private static final Comparator<Match> BETTER_REASON =
      Comparator.comparingInt(Match::rank).thenComparingInt(match -> match.best().places().length);

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::paper);

  /**
   * The merged ranking, best first; equals in the order of the index.
   *
   * @param allowed whether the paper at a place may be chosen
   */
  static List<Match> of(List<WishMatches> wishes, IntPredicate allowed) {
    Map<Integer, Match> merged = new HashMap<>();
    for (WishMatches matches : wishes) {
      int rank = 0;
      for (int paper : matches.places()) {
        if (rank == DEPTH) {
          break;
        }
        if (allowed.test(paper)) {
          rank++;
          merged.merge(paper, new Match(paper, matches, rank, 1.0 / (K + rank)), Match::plus);
        }
      }
    }
    return merged.values().stream().sorted(BEST_FIRST).toList();
  }
}
