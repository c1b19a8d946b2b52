package dev.offprint.selection;

import dev.offprint.meaning.BackgroundVectors;
import dev.offprint.papers.Paper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * What papers mean, as vectors by their places; safe for use by many threads.
 *
 * <p>What all papers have in common says nothing about any of them, so their mean is taken off
 * every vector (Mu and Viswanath, All-but-the-Top, 2018).
 *
 * <p>A paper whose vector is not worked out yet is close to nothing.
 */
final class PaperMeanings {
  // So many papers count as alike to one, and of few papers no more than this share.
  private static final int NEIGHBOURS = 10;
  private static final int SHARE = 10;

  // With so many papers, half of their own mean is taken off: the fewer there are, the less is
  // known of what all have in common.
  private static final float FEW = 20;

  /** Stands for the vector of a paper that has none yet. */
  static final float[] UNKNOWN = new float[0];

  private final float[] mean;
  private final List<float[]> vectors;
  private final List<float[]> sample;
  private final Map<Integer, Neighbours> neighbours = new ConcurrentHashMap<>();

  /**
   * The papers that are most alike to one.
   *
   * @param places nearest first
   * @param closeness of each, above 0
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Neighbours(int[] places, float[] closeness) {}

  /** Compares papers among themselves; their vectors come in the order of their places. */
  PaperMeanings(List<float[]> embedded) {
    this(embedded, new BackgroundVectors(mean(embedded), List.of()));
  }

  /**
   * Compares papers with what papers mean in general.
   *
   * @param embedded the papers' vectors, or {@link #UNKNOWN}, in the order of their places
   */
  PaperMeanings(List<float[]> embedded, BackgroundVectors background) {
    mean = background.mean();
    vectors = embedded.stream().map(this::distinct).toList();
    sample = background.sample().stream().map(this::distinct).toList();
  }

  static boolean isKnown(float[] vector) {
    return vector.length > 0;
  }

  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.isEmpty() ? 0 : vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / (vectors.size() + FEW);
      }
    }
    return mean;
  }

  private float[] distinct(float[] vector) {
    float[] rest = new float[vector.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = vector[i] - mean[i];
    }
    return VectorUtil.l2normalize(rest, false);
  }

  /** What is embedded of a paper: all that it says. */
  public static String text(Paper paper) {
    return paper.shownTitle() + "\n" + paper.shownAbstract();
  }

  /** How close two papers are, from -1 to 1. */
  float between(int one, int other) {
    return isKnown(one) && isKnown(other)
        ? VectorUtil.dotProduct(vectors.get(one), vectors.get(other))
        : 0;
  }

  /** Whether it is worked out what a paper means. */
  boolean isKnown(int place) {
    return isKnown(vectors.get(place));
  }

  /** How near papers are to a query, measured by what is near to it in general. */
  Nearness nearness(float[] query) {
    float[] wanted = distinct(query);
    float[] general = new float[sample.size()];
    for (int i = 0; i < general.length; i++) {
      general[i] = VectorUtil.dotProduct(wanted, sample.get(i));
    }
    return Nearness.of(
        general,
        place -> isKnown(place) ? VectorUtil.dotProduct(wanted, vectors.get(place)) : Float.NaN);
  }

  /** How close each paper is to a query in meaning, from -1 to 1. */
  float[] closeness(float[] query) {
    float[] wanted = vectors.isEmpty() ? query : distinct(query);
    float[] closeness = new float[vectors.size()];
    for (int place = 0; place < closeness.length; place++) {
      closeness[place] = isKnown(place) ? VectorUtil.dotProduct(wanted, vectors.get(place)) : 0;
    }
    return closeness;
  }

  Neighbours of(int place) {
    return neighbours.computeIfAbsent(place, this::find);
  }

  private Neighbours find(int place) {
    float[] closeness = new float[vectors.size()];
    for (int other = 0; other < closeness.length; other++) {
      closeness[other] = other == place ? 0 : between(place, other);
    }
    int[] nearest =
        IntStream.range(0, closeness.length)
            .filter(other -> closeness[other] > 0)
            .boxed()
            .sorted((one, other) -> Float.compare(closeness[other], closeness[one]))
            .limit(Math.min(NEIGHBOURS, closeness.length / SHARE))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] near = new float[nearest.length];
    for (int i = 0; i < near.length; i++) {
      near[i] = closeness[nearest[i]];
    }
    return new Neighbours(nearest, near);
  }
}
