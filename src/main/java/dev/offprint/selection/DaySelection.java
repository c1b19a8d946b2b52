package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The papers that the editions of one day draw on, ready to be chosen from; safe for use by many
 * threads. Each distinct interest is evaluated once, for whichever subscriber asks first.
 *
 * <p>Matches come first, then trending papers, up to the subscriber's maximum. Who wants both gets
 * both: while there are trending papers to show, a fifth of the places, and at least one of
 * several, is kept for them. A paper that is both counts as a match.
 */
public final class DaySelection implements AutoCloseable {
  // So many can have been sent from the candidates' days, and one more edition is still filled.
  private static final int MATCHES_PER_INTEREST =
      Preferences.MAX_PAPERS * EditionPlanner.CANDIDATE_DAYS;
  private static final int TRENDING_SHARE = 5;

  private final LocalDate day;
  private final PaperIndex index;
  private final List<Candidate> candidates;
  private final List<Candidate> trending;
  private final Map<PaperId, Integer> places;
  private final Map<Interest, InterestMatches> evaluated = new ConcurrentHashMap<>();
  private final Map<PaperId, PaperWords> words = new ConcurrentHashMap<>();

  DaySelection(LocalDate day, List<Candidate> announced) {
    this.day = day;
    Map<PaperId, Candidate> byId =
        announced.stream()
            .filter(candidate -> candidate.paper().dates().withdrawn() == null)
            .collect(
                Collectors.toMap(
                    candidate -> candidate.paper().id(), Function.identity(), (one, same) -> one));
    index = PaperIndex.of(byId.values()::forEach);
    candidates = index.ids().stream().map(id -> byId.get(id)).toList();
    trending = Trending.rank(candidates, day);
    places = Trending.places(candidates);
  }

  /** How many papers there are to choose from. */
  public int size() {
    return candidates.size();
  }

  /**
   * Evaluates those interests of the readers that were not evaluated yet, on all processors.
   * Planning for them is quick then.
   */
  public void prepare(Collection<Reader> readers) {
    readers.stream()
        .map(Reader::preferences)
        .filter(preferences -> preferences.content().matching())
        .flatMap(preferences -> preferences.interests().stream())
        .filter(interest -> !evaluated.containsKey(interest))
        .collect(Collectors.toSet())
        .parallelStream()
        .forEach(this::matches);
  }

  /** Chooses for one subscriber. */
  public Plan plan(Reader reader) {
    Preferences preferences = reader.preferences();
    Set<PaperId> sent = reader.sent();
    List<InterestMatches> interests =
        preferences.content().matching()
            ? preferences.interests().stream().map(this::matches).toList()
            : List.of();
    List<MergedMatches.Match> matches =
        MergedMatches.of(interests, place -> !sent.contains(index.ids().get(place)));
    List<Candidate> popular =
        preferences.content().trending()
            ? trending.stream()
                .filter(candidate -> !sent.contains(candidate.paper().id()))
                .limit(2L * preferences.maximum())
                .toList()
            : List.of();
    List<ChosenPaper> chosen = choose(matches, popular, preferences.maximum());
    if (!chosen.isEmpty()) {
      return new Plan.Papers(chosen);
    }
    int matching =
        (int)
            interests.stream()
                .flatMapToInt(found -> IntStream.of(found.places()))
                .distinct()
                .count();
    return new Plan.Nothing(new QuietDay(day, size(), matching, trending.size()).why(preferences));
  }

  private List<ChosenPaper> choose(
      List<MergedMatches.Match> matches, List<Candidate> popular, int maximum) {
    int kept = maximum == 1 ? 0 : Math.max(1, maximum / TRENDING_SHARE);
    List<ChosenPaper> chosen = new ArrayList<>();
    Set<PaperId> ids = new HashSet<>();
    for (MergedMatches.Match match : matches) {
      Candidate candidate = candidates.get(match.paper());
      ids.add(candidate.paper().id());
      long others =
          popular.stream().filter(other -> !ids.contains(other.paper().id())).limit(kept).count();
      if (chosen.size() + others >= maximum) {
        ids.remove(candidate.paper().id());
        break;
      }
      chosen.add(matched(candidate, match));
    }
    popular.stream()
        .filter(candidate -> !ids.contains(candidate.paper().id()))
        .limit(maximum - chosen.size())
        .forEach(candidate -> chosen.add(trending(candidate)));
    return chosen;
  }

  private InterestMatches matches(Interest interest) {
    return evaluated.computeIfAbsent(
        interest,
        wanted -> {
          ParsedInterest parsed = InterestParser.parse(wanted.line());
          return new InterestMatches(wanted, parsed, index.search(parsed, MATCHES_PER_INTEREST));
        });
  }

  private ChosenPaper matched(Candidate candidate, MergedMatches.Match match) {
    return new ChosenPaper(
        candidate.paper(),
        candidate.popularity(),
        match.best().reason(match.paper(), () -> reason(candidate, match.best())));
  }

  private Reason.Matched reason(Candidate candidate, InterestMatches interest) {
    PaperWords paper =
        words.computeIfAbsent(candidate.paper().id(), id -> new PaperWords(candidate.paper()));
    return new Reason.Matched(interest.interest(), MatchedWords.of(interest.parsed(), paper));
  }

  private ChosenPaper trending(Candidate candidate) {
    return new ChosenPaper(
        candidate.paper(),
        candidate.popularity(),
        new Reason.Trending(
            candidate.popularity().upvotes(),
            places.getOrDefault(candidate.paper().id(), 1),
            candidate.paper().dates().announced().equals(day)));
  }

  @Override
  public void close() {
    index.close();
  }
}
