package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ranks papers by upvotes with their age taken into account: an upvote counts half for every
 * {@value #HALF_LIFE_DAYS} days since the paper was announced.
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
    return candidates.stream()
        .filter(candidate -> candidate.popularity().upvotes() > 0)
        .filter(candidate -> !candidate.paper().dates().announced().isAfter(day))
        .sorted(
            Comparator.comparingDouble((Candidate candidate) -> -weight(candidate, day))
                .thenComparing(NEWEST_THEN_ID))
        .toList();
  }

  /**
   * Each paper's place by upvotes among those announced on the same day, 1 being the most voted;
   * equals share a place.
   */
  static Map<PaperId, Integer> places(Collection<Candidate> candidates) {
    Map<LocalDate, List<Candidate>> byDay =
        candidates.stream()
            .collect(Collectors.groupingBy(candidate -> candidate.paper().dates().announced()));
    Map<PaperId, Integer> places = new HashMap<>();
    for (List<Candidate> ofOneDay : byDay.values()) {
      List<Candidate> byVotes =
          ofOneDay.stream()
              .sorted(Comparator.comparingInt(candidate -> -candidate.popularity().upvotes()))
              .toList();
      int place = 1;
      for (int i = 0; i < byVotes.size(); i++) {
        Candidate candidate = byVotes.get(i);
        if (i > 0 && candidate.popularity().upvotes() < byVotes.get(i - 1).popularity().upvotes()) {
          place = i + 1;
        }
        places.put(candidate.paper().id(), place);
      }
    }
    return places;
  }

  private static double weight(Candidate candidate, LocalDate day) {
    long age = day.toEpochDay() - candidate.paper().dates().announced().toEpochDay();
    return candidate.popularity().upvotes() * Math.pow(0.5, (double) age / HALF_LIFE_DAYS);
  }
}
