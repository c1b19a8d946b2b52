package dev.offprint.selection;

import dev.offprint.search.Clause;
import dev.offprint.search.ParsedInterest.Alternative;
import dev.offprint.search.SearchedPapers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One interest held against the papers of one index; safe for use by many threads.
 *
 * <p>A paper must meet all that an alternative requires, such as a category, and nothing that is
 * excluded. Then the words decide ({@link TopicFit}); without words, that is enough. Of several
 * alternatives the one that fits best counts.
 */
final class InterestFit {
  /** The score of a paper that does not meet what is required, or has what is excluded. */
  static final double OUT = Double.NEGATIVE_INFINITY;

  // How much nearness differs between the papers of a day, to bring it to the scale of 0 to 1.
  static final double SPREAD = 7.5;

  private final List<AlternativeFit> fits = new ArrayList<>();
  private final BitSet excluded;

  private record AlternativeFit(
      Alternative alternative,
      @Nullable TopicFit topic,
      @Nullable Nearness nearness,
      @Nullable BitSet meeting) {
    boolean isMet(int place) {
      return meeting == null || meeting.get(place);
    }

    double nearness(int place) {
      return nearness == null ? Nearness.USUAL : nearness.of(place);
    }

    double score(int place) {
      return topic == null
          ? TopicFit.CERTAIN
          : TopicFit.score(topic.evidence(place), nearness(place));
    }

    Fit fit(int place) {
      double near = nearness(place);
      if (topic == null) {
        return new Fit(alternative, TopicFit.CERTAIN, Double.NaN, near);
      }
      double evidence = topic.evidence(place);
      return new Fit(alternative, TopicFit.score(evidence, near), evidence, near);
    }
  }

  /**
   * How well a paper fits.
   *
   * @param evidence what its words prove; not a number where nothing was asked for in words
   * @param nearness in meaning
   */
  record Fit(Alternative alternative, double score, double evidence, double nearness) {}

  /**
   * @param queries vectors by text, of those topics of the interest for which there is one
   */
  InterestFit(
      ReadInterest interest,
      SearchedPapers papers,
      @Nullable PaperMeanings meanings,
      Map<String, float[]> queries) {
    for (int i = 0; i < interest.alternatives().size(); i++) {
      Alternative alternative = interest.alternatives().get(i);
      float[] query =
          interest
              .topics()
              .get(i)
              .flatMap(topic -> Optional.ofNullable(queries.get(topic)))
              .orElse(null);
      List<List<String>> words = alternative.words().stream().map(Clause.Word::stems).toList();
      fits.add(
          new AlternativeFit(
              alternative,
              words.isEmpty() ? null : new TopicFit(words, papers.terms()),
              query == null || meanings == null ? null : meanings.nearness(query),
              alternative.required().isEmpty() ? null : papers.meeting(alternative)));
    }
    List<Clause> exclusions = interest.parsed().exclusions();
    excluded = exclusions.isEmpty() ? new BitSet() : papers.havingAny(exclusions);
  }

  /** The places of the papers whose words can fit, ascending; others never do. */
  IntStream candidates() {
    BitSet places = new BitSet();
    for (AlternativeFit each : fits) {
      if (each.topic() != null) {
        each.topic().addCandidates(places);
      } else if (each.meeting() != null) {
        places.or(each.meeting());
      }
    }
    // Whether what is required is met as well, the score says.
    return places.stream();
  }

  /** From {@link TopicFit#THRESHOLD} on a paper is to be shown; {@link #OUT} if it must not be. */
  double score(int place) {
    double best = OUT;
    for (AlternativeFit each : fits) {
      if (each.isMet(place) && !excluded.get(place)) {
        best = Math.max(best, each.score(place));
      }
    }
    return best;
  }

  /** How well a paper fits the alternative that it fits best; null if it must not be shown. */
  @Nullable Fit fit(int place) {
    Fit best = null;
    for (AlternativeFit each : fits) {
      if (each.isMet(place) && !excluded.get(place)) {
        Fit fit = each.fit(place);
        best = best == null || fit.score() > best.score() ? fit : best;
      }
    }
    return best;
  }

  /** Papers that are shown, best first; equals in the order of the index. */
  IntStream ranked(int[] places) {
    float[] words = new float[places.length];
    double[] near = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      for (AlternativeFit each : fits) {
        if (each.topic() != null && each.isMet(places[i])) {
          words[i] = Math.max(words[i], (float) each.topic().bm25(places[i]));
          near[i] = Math.max(near[i], each.nearness(places[i]) / SPREAD);
        }
      }
    }
    return Scores.bestFirst(IntStream.range(0, places.length), Scores.ofBoth(words, near))
        .map(i -> places[i]);
  }
}
