package dev.offprint.selection;

import dev.offprint.search.Background;
import dev.offprint.search.IndexedTerms;
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
 *       Background#weight}). Of a word with hyphens, parts that do not stand side by side count
 *       half.
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

  private final List<Word> words;
  private final List<String> stems;
  private final double[] weights;
  private final double sum;
  private final IndexedTerms terms;

  /**
   * @param words those that say something, in the order written, each by the stems of its parts; at
   *     least one
   */
  TopicFit(List<List<String>> words, IndexedTerms terms) {
    this.terms = terms;
    this.words = words.stream().map(Word::new).toList();
    stems = words.stream().flatMap(List::stream).distinct().toList();
    weights = stems.stream().mapToDouble(Background::weight).toArray();
    sum = this.words.stream().flatMapToDouble(word -> DoubleStream.of(word.weights())).sum();
  }

  /**
   * @param stems of its parts, of which a word with hyphens has several
   * @param weights what each part tells
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Word(List<String> stems, double[] weights) {
    Word(List<String> stems) {
      this(stems, stems.stream().mapToDouble(Background::weight).toArray());
    }
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
    for (Word word : words) {
      double there = 0;
      for (int i = 0; i < word.weights().length; i++) {
        String stem = word.stems().get(i);
        there += word.weights()[i] > 0 && terms.has(place, stem) ? word.weights()[i] : 0;
      }
      // Most papers do not have what is asked for, so order is looked at last.
      found += there > 0 && !standsWhole(place, word.stems()) ? APART * there : there;
    }
    return sum == 0 ? 0 : found / sum;
  }

  private boolean standsWhole(int place, List<String> parts) {
    for (int i = 1; i < parts.size(); i++) {
      if (!terms.inOrder(place, parts.get(i - 1), parts.get(i))) {
        return false;
      }
    }
    return true;
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
