package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The trending papers of one day's candidates in one order, the same for every reader; safe for use
 * by many threads.
 */
final class TrendingPapers {
  private final List<Candidate> candidates;
  private final Function<Candidate, Reason> reason;
  private final int[] places;
  private final Map<Integer, ChosenPaper> chosen = new ConcurrentHashMap<>();

  private TrendingPapers(
      List<Candidate> candidates,
      Map<PaperId, Integer> places,
      List<Candidate> ranked,
      Function<Candidate, Reason> reason) {
    this.candidates = candidates;
    this.reason = reason;
    this.places =
        ranked.stream()
            .mapToInt(candidate -> places.getOrDefault(candidate.paper().id(), 0))
            .toArray();
  }

  /**
   * For those who get several editions a week.
   *
   * @param places where each of the candidates stands among them
   */
  static TrendingPapers ofDay(
      List<Candidate> candidates, Map<PaperId, Integer> places, LocalDate day) {
    Map<PaperId, Integer> ranks = Trending.places(candidates);
    return new TrendingPapers(
        candidates,
        places,
        Trending.rank(candidates, day),
        candidate ->
            new Reason.Trending(
                candidate.popularity().upvotes(),
                ranks.getOrDefault(candidate.paper().id(), 1),
                candidate.paper().dates().announced().equals(day)));
  }

  /**
   * For those who get one edition a week.
   *
   * @param places where each of the candidates stands among them
   */
  static TrendingPapers ofWeek(
      List<Candidate> candidates, Map<PaperId, Integer> places, LocalDate day) {
    Map<PaperId, Integer> ranks = Trending.placesOfWeek(candidates);
    return new TrendingPapers(
        candidates,
        places,
        Trending.rankOfWeek(candidates, day),
        candidate ->
            new Reason.TrendingOfWeek(
                candidate.popularity().upvotes(), ranks.getOrDefault(candidate.paper().id(), 1)));
  }

  /** Where they stand among the candidates, most trending first; not copied. */
  int[] places() {
    return places;
  }

  /** The one at a place among the candidates, with its reason. */
  ChosenPaper at(int place) {
    return chosen.computeIfAbsent(
        place,
        p -> {
          Candidate candidate = candidates.get(p);
          return new ChosenPaper(
              candidate.paper(), candidate.popularity(), reason.apply(candidate));
        });
  }
}
