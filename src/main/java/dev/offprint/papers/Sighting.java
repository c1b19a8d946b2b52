package dev.offprint.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * One paper as one source showed it at one instant.
 *
 * @param alsoKnownAs other ids the source names for the same work, such as the DOI of the journal's
 *     version; possibly empty, each once and none of them the paper's own
 * @param paper announced no later than the day on which it came, or a week after, for which arXiv
 *     knows ahead when it announces; a date further on is a mistake
 * @param source the source's name, such as {@code huggingface}
 * @param signals what the source counted; empty when it counts nothing
 * @param observedAt cut to whole microseconds, as fine as the databases keep it, so that what was
 *     kept is known again
 * @param certainty of the day on which the paper was announced
 */
public record Sighting(
    Paper paper,
    List<PaperId> alsoKnownAs,
    String source,
    Map<Signal.Metric, Integer> signals,
    Instant observedAt,
    Certainty certainty) {
  private static final int KNOWN_AHEAD = 7;

  /** How sure the day is on which the paper was announced. The later of two is believed. */
  public enum Certainty {
    /** It is not known; the paper may have been announced long before or a little later. */
    GUESSED,
    /** Worked out, from the time of submission for example; it may be some days early. */
    DERIVED,
    /** The source says so. */
    STATED
  }

  public Sighting {
    LocalDate came = LocalDate.ofInstant(observedAt, ZoneOffset.UTC);
    if (paper.dates().announced().isAfter(came.plusDays(KNOWN_AHEAD))) {
      paper = paper.announcedOn(came);
    }
    PaperId own = paper.id();
    alsoKnownAs = alsoKnownAs.stream().filter(id -> !id.equals(own)).distinct().toList();
    signals = Map.copyOf(signals);
    observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** A sighting by a source that says when the paper was announced. */
  public Sighting(
      Paper paper,
      List<PaperId> alsoKnownAs,
      String source,
      Map<Signal.Metric, Integer> signals,
      Instant observedAt) {
    this(paper, alsoKnownAs, source, signals, observedAt, Certainty.STATED);
  }

  /** A sighting that names no other ids of the work, by such a source. */
  public Sighting(
      Paper paper, String source, Map<Signal.Metric, Integer> signals, Instant observedAt) {
    this(paper, List.of(), source, signals, observedAt);
  }
}
