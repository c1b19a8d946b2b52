package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Ranks papers by upvotes. For a day their age is taken into account: an upvote counts half for
 * every {@value #HALF_LIFE_DAYS} days since the paper was announced. For a week it is not.
 */
public final class Trending {
  /** Days after which an upvote counts half. */
  public static final int HALF_LIFE_DAYS = 2;

  private static final Comparator<Candidate> NEWEST_THEN_ID =
      Comparator.comparing(
              (Candidate candidate) -> candidate.paper().dates().announced(),
              Comparator.reverseOrder())
          .thenComparing(candidate -> candidate.paper().id().value());

  private Trending() {}

  /**
   * The papers that people have voted for, most trending first; equals by day, the newest first,
   * then by id. A paper without an upvote is not trending, nor is one announced after {@code day}.
   */
  public static List<Candidate> rank(Collection<Candidate> candidates, LocalDate day) {
    return rank(candidates, day, candidate -> weight(candidate, day));
  }

  /** The same papers by their upvotes alone, whenever in the week they were announced. */
  static List<Candidate> rankOfWeek(Collection<Candidate> candidates, LocalDate day) {
    return rank(candidates, day, candidate -> candidate.popularity().upvotes());
  }

  private static List<Candidate> rank(
      Collection<Candidate> candidates, LocalDate day, ToDoubleFunction<Candidate> weight) {
    return candidates.stream()
        .filter(candidate -> candidate.popularity().upvotes() > 0)
        .filter(candidate -> !candidate.paper().dates().announced().isAfter(day))
        .sorted(Comparator.comparingDouble(weight).reversed().thenComparing(NEWEST_THEN_ID))
        .toList();
  }

  /**
   * Each paper's place by upvotes among those announced on the same day, 1 being the most voted;
   * equals share a place.
   */
  static Map<PaperId, Integer> places(Collection<Candidate> candidates) {
    Map<PaperId, Integer> places = new HashMap<>();
    candidates.stream()
        .collect(Collectors.groupingBy(candidate -> candidate.paper().dates().announced()))
        .values()
        .forEach(ofOneDay -> places.putAll(placesOfWeek(ofOneDay)));
    return places;
  }

  /** Each paper's place by upvotes among all of these; equals share a place. */
  static Map<PaperId, Integer> placesOfWeek(Collection<Candidate> candidates) {
    List<Candidate> byVotes =
        candidates.stream()
            .sorted(Comparator.comparingInt(candidate -> -candidate.popularity().upvotes()))
            .toList();
    Map<PaperId, Integer> places = new HashMap<>();
    int place = 1;
    for (int i = 0; i < byVotes.size(); i++) {
      Candidate candidate = byVotes.get(i);
      if (i > 0 && candidate.popularity().upvotes() < byVotes.get(i - 1).popularity().upvotes()) {
        place = i + 1;
      }
      places.put(candidate.paper().id(), place);
    }
    return places;
  }

  private static double weight(Candidate candidate, LocalDate day) {
    long age = day.toEpochDay() - candidate.paper().dates().announced().toEpochDay();
    return candidate.popularity().upvotes() * Math.pow(0.5, (double) age / HALF_LIFE_DAYS);
  }
}
