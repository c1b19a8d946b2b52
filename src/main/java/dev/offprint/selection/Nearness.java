package dev.offprint.selection;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How near papers are in meaning to one text: the cosine, in standard deviations above the middle
 * of what papers of all fields are to that text. So it means the same for a text of two words as
 * for one of twenty, and with a thousand papers as with ten.
 */
final class Nearness {
  /**
   * What matching papers usually have; it stands in where nothing is known of a paper's meaning.
   */
  static final double USUAL = 3.9;

  private final IntToDoubleFunction cosines;
  private final double middle;
  private final double deviation;

  private Nearness(IntToDoubleFunction cosines, double middle, double deviation) {
    this.cosines = cosines;
    this.middle = middle;
    this.deviation = deviation;
  }

  /**
   * @param general cosines of the text and papers of all fields
   * @param cosines of the text and each paper, by place; NaN where it is not known
   */
  static Nearness of(float[] general, IntToDoubleFunction cosines) {
    float[] sorted = general.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double squares = 0;
    for (float cosine : sorted) {
      sum += cosine;
      squares += (double) cosine * cosine;
    }
    double mean = sum / sorted.length;
    double deviation = Math.sqrt(Math.max(0, squares / sorted.length - mean * mean));
    return new Nearness(cosines, sorted[sorted.length / 2], deviation);
  }

  /** In standard deviations; {@link #USUAL} where it is not known. */
  double of(int place) {
    double cosine = cosines.applyAsDouble(place);
    return Double.isNaN(cosine) || deviation == 0 ? USUAL : (cosine - middle) / deviation;
  }
}
