package dev.offprint.selection;

import dev.offprint.interests.PaperReference;
import dev.offprint.papers.PaperId;
import dev.offprint.search.PaperIndex;
import dev.offprint.search.SearchedPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Reach;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the papers of one index for interests, each distinct one once; safe for use by many
 * threads.
 */
final class InterestMatching {
  /** By so much a strict interest asks for more than usual, and a broad one for less. */
  static final double STEP = 0.2;

  private final PaperIndex index;
  private final @Nullable PaperMeanings meanings;
  private final AvailableVectors vectors;
  private final SimilarPapers similar;
  private final int most;
  private final Map<Interest, NeedMatches> evaluated;

  /**
   * @param meanings of the papers of the index; null to go by words alone
   * @param similar for interests that name a paper
   * @param most how many papers are kept for one interest
   * @param evaluated where matches are kept; may forget some
   */
  InterestMatching(
      PaperIndex index,
      @Nullable PaperMeanings meanings,
      AvailableVectors vectors,
      SimilarPapers similar,
      int most,
      Map<Interest, NeedMatches> evaluated) {
    this.index = index;
    this.meanings = meanings;
    this.vectors = vectors;
    this.similar = similar;
    this.most = most;
    this.evaluated = evaluated;
  }

  /** Evaluates those that have not been yet, on all processors. */
  void prepare(Collection<Interest> interests) {
    Set<Interest> fresh = new LinkedHashSet<>(interests);
    fresh.removeIf(evaluated::containsKey);
    if (fresh.isEmpty()) {
      return;
    }
    List<ReadInterest> read = fresh.parallelStream().map(ReadInterest::of).toList();
    Map<String, float[]> queries = queries(read.stream());
    read.parallelStream()
        .forEach(each -> evaluated.putIfAbsent(each.interest(), evaluate(each, queries)));
  }

  private Map<String, float[]> queries(Stream<ReadInterest> interests) {
    return meanings == null ? Map.of() : vectors.ofQueries(ReadInterest.topics(interests));
  }

  NeedMatches of(Interest interest) {
    NeedMatches known = evaluated.get(interest);
    if (known == null) {
      ReadInterest read = ReadInterest.of(interest);
      known = evaluate(read, queries(Stream.of(read)));
      evaluated.putIfAbsent(interest, known);
    }
    return known;
  }

  /** An interest held against these papers. */
  InterestFit fit(Interest interest) {
    ReadInterest read = ReadInterest.of(interest);
    return fit(read, queries(Stream.of(read)));
  }

  /** An interest held against other papers. */
  InterestFit fit(Interest interest, SearchedPapers papers, @Nullable PaperMeanings known) {
    ReadInterest read = ReadInterest.of(interest);
    return new InterestFit(
        read,
        papers,
        known,
        known == null ? Map.of() : vectors.ofQueries(ReadInterest.topics(Stream.of(read))));
  }

  private InterestFit fit(ReadInterest read, Map<String, float[]> queries) {
    return new InterestFit(read, index, meanings, queries);
  }

  /**
   * How many papers match with each reach, however many are kept; it is worked out at each call.
   */
  Map<Reach, Integer> counts(Interest interest) {
    Map<Reach, Integer> counts = new EnumMap<>(Reach.class);
    Optional<PaperId> named = PaperReference.of(interest.text());
    if (named.isPresent()) {
      for (Reach reach : Reach.values()) {
        counts.put(reach, similar.like(named.get(), reach).count(0));
      }
      return counts;
    }
    InterestFit fit = fit(interest);
    double[] scores = fit.candidates().mapToDouble(fit::score).toArray();
    for (Reach reach : Reach.values()) {
      double least = threshold(reach);
      counts.put(reach, (int) DoubleStream.of(scores).filter(score -> score >= least).count());
    }
    return counts;
  }

  /** The score from which on a paper matches an interest of some reach. */
  static double threshold(Reach reach) {
    return switch (reach) {
      case STRICT -> TopicFit.THRESHOLD + STEP;
      case NORMAL -> TopicFit.THRESHOLD;
      case BROAD -> TopicFit.THRESHOLD - STEP;
    };
  }

  private NeedMatches evaluate(ReadInterest read, Map<String, float[]> queries) {
    Interest interest = read.interest();
    Optional<PaperId> named = PaperReference.of(interest.text());
    if (named.isPresent()) {
      return similar.like(named.get(), interest.reach());
    }
    InterestFit fit = fit(read, queries);
    double threshold = threshold(interest.reach());
    // Readers move their own threshold, by no more than this.
    double least = threshold - Adjustment.MOST;
    int[] places =
        read.alternatives().stream().allMatch(alternative -> alternative.words().isEmpty())
            ? index.search(read.parsed(), most)
            : fit.ranked(fit.candidates().filter(place -> fit.score(place) >= least).toArray())
                .limit(most)
                .toArray();
    float[] margins = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      margins[i] = (float) (fit.score(places[i]) - threshold);
    }
    return new NeedMatches(new InformationNeed.Written(interest, read.parsed()), places, margins);
  }
}
