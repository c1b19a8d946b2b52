package dev.offprint.selection;

import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How well papers fit a topic said in words: what their own words prove, plus a third of their
 * {@link Nearness} in meaning. Neither is enough by itself: a paper about the right words in the
 * wrong sense is not near, and many papers are near that lack the point.
 *
 * <p>What words prove, from 0 to {@value #OUTRIGHT}, goes by how many there are:
 *
 * <ul>
 *   <li>one: whether the paper has it in its title or more than once, or only in passing;
 *   <li>two: whether they stand side by side, in their order; else half the share that is there;
 *   <li>more: the share of them that is there, each counting as much as it tells ({@link
 *       Background#weight}).
 * </ul>
 *
 * <p>Where the figures come from is in docs/decisions/0029.
 */
final class TopicFit {
  /** A score from here on is that of a paper to be shown. */
  static final double THRESHOLD = 2.0;

  private static final double OUTRIGHT = 1.6;
  private static final double IN_PASSING = 1.2;
  private static final double APART = 0.5;
  private static final double WEIGHT_OF_NEARNESS = 1 / 3.0;

  /** A score of what is met, not measured. */
  static final double CERTAIN = OUTRIGHT + Nearness.USUAL * WEIGHT_OF_NEARNESS;

  // BM25's usual parameters (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
  private static final double SATURATION = 1.2;
  private static final double LENGTH = 0.75;

  private final List<String> stems;
  private final double[] weights;
  private final double sum;
  private final IndexedTerms terms;

  /**
   * @param stems of the words that say something, each once, in the order written; at least one
   */
  TopicFit(List<String> stems, IndexedTerms terms) {
    this.stems = stems;
    this.terms = terms;
    weights = stems.stream().mapToDouble(Background::weight).toArray();
    sum = DoubleStream.of(weights).sum();
  }

  /** Adds the places of the papers whose words prove anything. */
  void addCandidates(BitSet places) {
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 || weights.length < 3) {
        for (int place : terms.having(stems.get(i))) {
          places.set(place);
        }
      }
    }
  }

  /** What the words of a paper prove, from 0 to {@value #OUTRIGHT}. */
  double evidence(int place) {
    if (stems.size() == 1) {
      String stem = stems.getFirst();
      return !terms.has(place, stem)
          ? 0
          : terms.inTitle(place, stem) || terms.count(place, stem) > 1 ? OUTRIGHT : IN_PASSING;
    }
    if (stems.size() == 2) {
      return terms.inOrder(place, stems.getFirst(), stems.getLast())
          ? OUTRIGHT
          : APART * share(place);
    }
    return share(place);
  }

  private double share(int place) {
    double found = 0;
    for (int i = 0; i < weights.length; i++) {
      found += weights[i] > 0 && terms.has(place, stems.get(i)) ? weights[i] : 0;
    }
    return sum == 0 ? 0 : found / sum;
  }

  static double score(double evidence, double nearness) {
    return evidence + WEIGHT_OF_NEARNESS * nearness;
  }

  /** The words' BM25, for ranking. */
  double bm25(int place) {
    double score = 0;
    for (int i = 0; i < weights.length; i++) {
      int count = weights[i] > 0 ? terms.count(place, stems.get(i)) : 0;
      double norm = SATURATION * (1 - LENGTH + LENGTH * terms.length(place));
      score += weights[i] * count * (SATURATION + 1) / (count + norm);
    }
    return score;
  }
}
