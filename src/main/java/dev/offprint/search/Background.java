package dev.offprint.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much words tell about a paper's subject, by how many of 17,535 papers of all of arXiv's
 * fields have them. It is the same on every day and with few papers, so an interest means the same
 * on the first day of an installation as later.
 */
public final class Background {
  /** A stem that is rarer than this says counts no more: misspellings are rarest. */
  public static final double GREATEST = 7;

  // What more than a fifth of all papers say is never evidence: "large", "model", "using".
  private static final double LEAST = 1.5;

  private Background() {}

  /** Read when the first weight is asked for: what makes the file needs the rest of this class. */
  private static final class Weights {
    static final Map<String, Double> BY_STEM = read();
  }

  /**
   * How much a stem tells, from 0 to 5.5: its inverse document frequency beyond that of a word
   * which a fifth of all papers have.
   */
  public static double weight(String stem) {
    return Weights.BY_STEM.getOrDefault(stem, GREATEST - LEAST);
  }

  /** How much stems tell together. */
  public static double weight(Collection<String> stems) {
    return stems.stream().mapToDouble(Background::weight).sum();
  }

  /** Robertson and Sparck Jones's, as in BM25; never below 0. */
  public static double inverseFrequency(int documentFrequency, int documents) {
    return Math.log1p((documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
  }

  private static Map<String, Double> read() {
    List<String> lines = BackgroundWords.resource(Background.class, "background/stems.tsv");
    int documents = frequency(lines.getFirst());
    Map<String, Double> weights = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      double telling = inverseFrequency(frequency(line), documents) - LEAST;
      weights.put(line.substring(0, line.indexOf('\t')), Math.max(0, telling));
    }
    return Map.copyOf(weights);
  }

  private static int frequency(String line) {
    return Integer.parseInt(line.substring(line.indexOf('\t') + 1));
  }
}
