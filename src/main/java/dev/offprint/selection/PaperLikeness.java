package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.search.EnglishText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much alike the papers of one day are: by what they mean, or, when that is not known, by the
 * words that their titles share.
 */
final class PaperLikeness implements Variety.Likeness {
  // Measured on arXiv days: parts of one work are above, papers on one subject below.
  private static final double SAME_MEANING = 0.85;
  private static final double SAME_TITLE = 0.8;

  // A pair is asked for again and again, for one subscriber after the other. Of so many papers the
  // table of all pairs takes 32 MB.
  private static final int MOST_IN_TABLE = 4_000;
  private static final short UNKNOWN = 0;
  private static final double STEPS = 30_000;

  private final @Nullable PaperMeanings meanings;
  private final int[][] titles;
  // By pair, the likeness in steps from 1; written by many threads, each time with the same value.
  private final short[] table;

  PaperLikeness(List<Candidate> candidates, @Nullable PaperMeanings meanings) {
    this.meanings = meanings;
    titles =
        meanings != null
            ? new int[0][]
            : candidates.parallelStream()
                .map(candidate -> EnglishText.stems(candidate.paper().shownTitle()))
                .map(stems -> stems.stream().mapToInt(String::hashCode).sorted().distinct())
                .map(java.util.stream.IntStream::toArray)
                .toArray(int[][]::new);
    long pairs = (long) candidates.size() * (candidates.size() + 1) / 2;
    table = new short[candidates.size() <= MOST_IN_TABLE ? (int) pairs : 0];
  }

  @Override
  public double of(int one, int other) {
    if (table.length == 0) {
      return calculated(one, other);
    }
    int greater = Math.max(one, other);
    int pair = greater * (greater + 1) / 2 + Math.min(one, other);
    short known = table[pair];
    if (known == UNKNOWN) {
      known = (short) (1 + Math.floor(calculated(one, other) * STEPS));
      table[pair] = known;
    }
    return (known - 1) / STEPS;
  }

  private double calculated(int one, int other) {
    return meanings == null
        ? overlap(titles[one], titles[other])
        : Math.max(0, meanings.between(one, other));
  }

  @Override
  public boolean isSame(double likeness) {
    return likeness >= (meanings == null ? SAME_TITLE : SAME_MEANING);
  }

  /** The share of the words of both that both have; both in order. */
  private static double overlap(int[] one, int[] other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int order = Integer.compare(one[i], other[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = one.length + other.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
