package dev.offprint.papers;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * Where a part of a paper is from. The greater of two is believed.
 *
 * @param rank the lower, the better the source knows; 0 to 9
 * @param observedAt that of the sighting
 */
record Provenance(int rank, Instant observedAt) implements Comparable<Provenance> {
  private static final int ANY_FEED = 3;

  /** Of papers that were kept before origins were. */
  static final int UNKNOWN = 9;

  // Servers of preprints know their own papers best; an operator's file is meant; Hugging Face has
  // copies; a feed often has the beginning of an abstract alone.
  private static final Map<String, Integer> RANKS =
      Map.of("arxiv", 0, "biorxiv", 0, "medrxiv", 0, "file", 1, "huggingface", 2);

  private static final Comparator<Provenance> BELIEF =
      Comparator.comparingInt(Provenance::rank).reversed().thenComparing(Provenance::observedAt);

  static Provenance of(Sighting sighting) {
    return new Provenance(RANKS.getOrDefault(sighting.source(), ANY_FEED), sighting.observedAt());
  }

  @Override
  public int compareTo(Provenance other) {
    return BELIEF.compare(this, other);
  }
}
