package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  // By the paper's place. Arrays, because this is done for a million subscribers.
  private final double[] scores;
  private final int[] ranks;
  private final @Nullable NeedMatches[] best;
  private final int[] found;
  private int count;

  private MergedMatches(int papers) {
    scores = new double[papers];
    ranks = new int[papers];
    best = new NeedMatches[papers];
    found = new int[papers];
  }

  /**
   * What one reader wants.
   *
   * @param least the margin from which on a paper meets the need for this reader
   */
  record Wanted(NeedMatches matches, double least) {
    /** Whether no paper meets the need. */
    boolean isQuiet() {
      return matches.count(least) == 0;
    }

    /** Whether no paper but excluded ones meets the need. */
    private boolean bringsNothing(BitSet excluded) {
      return IntStream.range(0, matches.places().length)
          .noneMatch(rank -> matches.isMet(rank, least) && !excluded.get(matches.places()[rank]));
    }
  }

  /**
   * One paper.
   *
   * @param paper its place in the day's index
   * @param best the interest in whose ranking it comes first; of several, the one with the fewest
   *     matches, which says most
   */
  record Match(int paper, NeedMatches best, double score) {}

  /** The interests for which there is no paper but excluded ones. */
  static Set<Interest> silent(List<Wanted> needs, BitSet excluded) {
    return needs.stream()
        .filter(need -> need.bringsNothing(excluded))
        .map(need -> need.matches().need())
        .filter(InformationNeed.Written.class::isInstance)
        .map(need -> ((InformationNeed.Written) need).interest())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The head of the merged ranking, best first; equals in the order of the index.
   *
   * @param excluded the places of papers that must not be chosen
   * @param papers how many there are in the index
   * @param most how many are wanted
   */
  static List<Match> of(List<Wanted> needs, BitSet excluded, int papers, int most) {
    MergedMatches merged = new MergedMatches(papers);
    needs.forEach(wanted -> merged.add(wanted.matches(), wanted.least(), excluded));
    return merged.best(most);
  }

  private void add(NeedMatches matches, double least, BitSet excluded) {
    int rank = 0;
    int[] places = matches.places();
    for (int i = 0; i < places.length && rank < DEPTH; i++) {
      if (matches.isMet(i, least) && !excluded.get(places[i])) {
        rank++;
        add(places[i], matches, rank);
      }
    }
  }

  private void add(int paper, NeedMatches matches, int rank) {
    NeedMatches before = best[paper];
    if (before == null) {
      found[count++] = paper;
    }
    if (before == null
        || rank < ranks[paper]
        || (rank == ranks[paper] && matches.places().length < before.places().length)) {
      best[paper] = matches;
      ranks[paper] = rank;
    }
    scores[paper] += 1.0 / (K + rank);
  }

  /** Keeps the best so far in order; most papers are not among them, so that costs little. */
  private List<Match> best(int most) {
    int[] head = new int[Math.min(most, count)];
    int filled = 0;
    for (int i = 0; i < count; i++) {
      int paper = found[i];
      int at = filled;
      while (at > 0 && isBefore(paper, head[at - 1])) {
        at--;
      }
      if (at < head.length) {
        filled = Math.min(filled + 1, head.length);
        System.arraycopy(head, at, head, at + 1, filled - at - 1);
        head[at] = paper;
      }
    }
    List<Match> ranking = new ArrayList<>(head.length);
    for (int paper : head) {
      ranking.add(new Match(paper, Objects.requireNonNull(best[paper]), scores[paper]));
    }
    return ranking;
  }

  private boolean isBefore(int paper, int other) {
    return scores[paper] > scores[other] || (scores[paper] == scores[other] && paper < other);
  }
}
