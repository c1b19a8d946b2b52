package dev.offprint.selection;

import java.util.stream.IntStream;

/** Brings scores of different kinds to one scale. */
final class Scores {
  // From docs/decisions/0013.
  private static final double WEIGHT_OF_MEANING = 0.7;

  private Scores() {}

  /**
   * How well papers fit by words and by meaning together, by place.
   *
   * @param words above 0 where words fit, on any scale
   * @param closeness in meaning, on any scale
   */
  static double[] ofBoth(float[] words, float[] closeness) {
    return ofBoth(words, stretched(closeness));
  }

  /**
   * As {@link #ofBoth(float[], float[])}.
   *
   * @param closeness in meaning, from about 0 to 1
   */
  static double[] ofBoth(float[] words, double[] closeness) {
    return mixed(shares(words), closeness, WEIGHT_OF_MEANING);
  }

  /** As shares of the greatest; all 0 when none is above 0. */
  static double[] shares(float[] scores) {
    return between(0, scores);
  }

  /** Stretched so that the least is 0 and the greatest 1; all 0 when they are all alike. */
  static double[] stretched(float[] scores) {
    double least = Double.POSITIVE_INFINITY;
    for (float score : scores) {
      least = Math.min(least, score);
    }
    return between(least, scores);
  }

  private static double[] between(double least, float[] scores) {
    double greatest = least;
    for (float score : scores) {
      greatest = Math.max(greatest, score);
    }
    double[] brought = new double[scores.length];
    for (int i = 0; i < scores.length && greatest > least; i++) {
      brought[i] = (scores[i] - least) / (greatest - least);
    }
    return brought;
  }

  /**
   * The two added up, place by place.
   *
   * @param weight of the other, from 0 to 1; the one has the rest
   */
  static double[] mixed(double[] one, double[] other, double weight) {
    double[] sum = new double[one.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (1 - weight) * one[i] + weight * other[i];
    }
    return sum;
  }

  /** By score, equals in the order of the index. */
  static IntStream bestFirst(IntStream places, double[] scores) {
    return places
        .boxed()
        .sorted(
            (one, other) -> {
              int byScore = Double.compare(scores[other], scores[one]);
              return byScore == 0 ? Integer.compare(one, other) : byScore;
            })
        .mapToInt(Integer::intValue);
  }
}
