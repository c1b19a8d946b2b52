package dev.offprint.selection;

import dev.offprint.interests.PaperReference;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.search.PaperIndex;
import dev.offprint.selection.MergedMatches.Wanted;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Reach;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The papers that the editions of one day draw on, ready to be chosen from; safe for use by many
 * threads. Each distinct need is evaluated once, for whichever subscriber asks first.
 *
 * <p>Matches come first, then trending papers, up to the subscriber's maximum. Who wants both gets
 * both: while there are trending papers to show, a fifth of the places, and at least one of
 * several, is kept for them. Whoever gets one edition a week gets those most voted for in the week,
 * however long ago. A paper that is both counts as a match. Of two that are nearly the same, the
 * second does not follow the first; it waits for another day if need be.
 */
public final class DaySelection {
  // So many can have been sent from the candidates' days, and one more edition is still filled.
  private static final int MATCHES_PER_NEED = Preferences.MAX_PAPERS * DaySelector.CANDIDATE_DAYS;
  private static final int TRENDING_SHARE = 5;
  // Among so many times the places, the better ones are arranged so that the page varies.
  private static final int WINDOW = 2;

  private final LocalDate day;
  private final List<Candidate> candidates;
  private final Map<PaperId, Integer> places;
  private final AnnouncedCounts announced;
  private final TrendingPapers ofDay;
  private final TrendingPapers ofWeek;
  private final InterestMatching interests;
  private final SimilarPapers similar;
  private final PaperLikeness likeness;
  private final AvailableVectors vectors;
  private final int withoutMeaning;
  private final MatchReasons reasons;

  /**
   * @param all where papers of other days are found
   * @param evaluated where the matches of interests are kept; may forget some
   */
  DaySelection(
      LocalDate day,
      IndexedDay papers,
      PaperStore all,
      AvailableVectors vectors,
      Map<Interest, NeedMatches> evaluated) {
    this.day = day;
    PaperIndex index = papers.index();
    candidates = papers.candidates();
    places = papers.places();
    this.announced = new AnnouncedCounts(candidates);
    ofDay = TrendingPapers.ofDay(candidates, places, day);
    ofWeek = TrendingPapers.ofWeek(candidates, places, day);
    this.vectors = vectors;
    List<float[]> known = known(candidates, vectors);
    withoutMeaning = (int) known.stream().filter(vector -> !PaperMeanings.isKnown(vector)).count();
    PaperMeanings meanings =
        withoutMeaning == known.size()
            ? null
            : vectors.background().map(general -> new PaperMeanings(known, general)).orElse(null);
    similar = new SimilarPapers(index, meanings, vectors, all, MATCHES_PER_NEED);
    interests =
        new InterestMatching(index, meanings, vectors, similar, MATCHES_PER_NEED, evaluated);
    likeness = new PaperLikeness(candidates, meanings);
    reasons = new MatchReasons(candidates);
  }

  private static List<float[]> known(List<Candidate> candidates, AvailableVectors vectors) {
    List<String> texts =
        candidates.parallelStream()
            .map(candidate -> PaperMeanings.text(candidate.paper()))
            .toList();
    Map<String, float[]> known = vectors.known(texts);
    return texts.stream().map(text -> known.getOrDefault(text, PaperMeanings.UNKNOWN)).toList();
  }

  /** How many papers there are to choose from. */
  public int size() {
    return candidates.size();
  }

  /**
   * How many of them are found by their words alone, because it is not worked out yet what they
   * mean. 0 when it never will be, as words alone are to be used or can be.
   */
  public int withoutMeaning() {
    return withoutMeaning > 0 && vectors.canFollow() ? withoutMeaning : 0;
  }

  /**
   * Evaluates what these subscribers want papers for and nobody did before, on all processors.
   * {@link #plan} does so too, but for one subscriber after the other.
   */
  public void prepare(Collection<Reader> readers) {
    interests.prepare(readers.stream().flatMap(reader -> reader.interests().stream()).toList());
    similar.prepare(readers.stream().map(Reader::feedback).toList());
  }

  /** How many papers match an interest with each reach; nothing is kept of it. */
  Map<Reach, Integer> counts(Interest interest) {
    return interests.counts(interest);
  }

  /**
   * The interests of a reader that none of these papers match, sent or not, each with what came
   * nearest.
   */
  public List<QuietInterest> quietInterests(Reader reader) {
    Optional<Adjustment> adjustment = similar.adjustment(reader.feedback());
    return reader.interests().stream()
        .filter(interest -> wanted(interest, adjustment).isQuiet())
        .map(this::quiet)
        .toList();
  }

  /** An interest of somebody new, if none of these papers match it. */
  Optional<QuietInterest> quietInterest(Interest interest) {
    return wanted(interest, Optional.empty()).isQuiet()
        ? Optional.of(quiet(interest))
        : Optional.empty();
  }

  private QuietInterest quiet(Interest interest) {
    return PaperReference.of(interest.text()).isPresent()
        ? new QuietInterest(interest, List.of(), 0)
        : NearMisses.of(
            interest, interests.fit(interest), place -> candidates.get(place).paper(), size());
  }

  /** Chooses for one subscriber. */
  public Plan plan(Reader reader) {
    Preferences preferences = reader.preferences();
    List<Wanted> needs = needs(reader);
    BitSet unwanted = similar.less(reader.feedback());
    BitSet excluded = excluded(unwanted, reader.sent());
    TrendingPapers trending = preferences.timing().isWeekly() ? ofWeek : ofDay;
    int[] popular =
        preferences.content().trending()
            ? IntStream.of(trending.places())
                .filter(place -> !excluded.get(place))
                .limit(2L * preferences.maximum())
                .toArray()
            : new int[0];
    List<ChosenPaper> chosen =
        choose(
            MergedMatches.of(needs, excluded, size(), WINDOW * preferences.maximum()),
            popular,
            trending,
            reader);
    if (!chosen.isEmpty()) {
      return new Plan.Papers(
          chosen, announced.since(chosen), reader.own(), MergedMatches.silent(needs, excluded));
    }
    return new Plan.Nothing(quietDay(needs, unwanted).why(reader));
  }

  private BitSet excluded(BitSet unwanted, Set<PaperId> sent) {
    BitSet excluded = new BitSet(size());
    excluded.or(unwanted);
    for (PaperId id : sent) {
      Integer place = places.get(id);
      if (place != null) {
        excluded.set(place);
      }
    }
    return excluded;
  }

  private QuietDay quietDay(List<Wanted> needs, BitSet unwanted) {
    BitSet matching = new BitSet();
    for (Wanted need : needs) {
      int[] met = need.matches().places();
      IntStream.range(0, met.length)
          .filter(rank -> need.matches().isMet(rank, need.least()))
          .forEach(rank -> matching.set(met[rank]));
    }
    BitSet popular = new BitSet();
    IntStream.of(ofDay.places()).forEach(popular::set);
    boolean leftOut = matching.intersects(unwanted) || popular.intersects(unwanted);
    matching.andNot(unwanted);
    popular.andNot(unwanted);
    return new QuietDay(day, size(), matching.cardinality(), popular.cardinality(), leftOut);
  }

  private List<Wanted> needs(Reader reader) {
    if (!reader.isMatching()) {
      return List.of();
    }
    List<Wanted> needs = new ArrayList<>();
    Optional<Adjustment> adjustment = similar.adjustment(reader.feedback());
    reader.interests().forEach(interest -> needs.add(wanted(interest, adjustment)));
    similar.more(reader.feedback()).forEach(more -> needs.add(new Wanted(more, 0)));
    return needs;
  }

  private Wanted wanted(Interest interest, Optional<Adjustment> adjustment) {
    NeedMatches matches = interests.of(interest);
    return new Wanted(
        matches,
        matches.need() instanceof InformationNeed.Written
            ? adjustment.map(moved -> moved.of(interests, interest)).orElse(0.0)
            : 0);
  }

  private List<ChosenPaper> choose(
      List<MergedMatches.Match> matches, int[] popular, TrendingPapers trending, Reader reader) {
    int maximum = reader.preferences().maximum();
    int kept = maximum == 1 ? 0 : Math.max(1, maximum / TRENDING_SHARE);
    List<ChosenPaper> chosen = new ArrayList<>();
    BitSet taken = new BitSet();
    int last = -1;
    Variety variety = new Variety(matches, likeness);
    Optional<MergedMatches.Match> next = variety.next();
    while (next.isPresent()) {
      int place = next.get().paper();
      if (chosen.size() + others(popular, place, taken, kept) >= maximum) {
        break;
      }
      chosen.add(matched(place, next.get().best(), reader));
      taken.set(place);
      last = place;
      next = variety.next();
    }
    for (int place : popular) {
      if (chosen.size() == maximum) {
        break;
      }
      if (!taken.get(place) && (last < 0 || !likeness.isSame(likeness.of(place, last)))) {
        chosen.add(trending.at(place));
        last = place;
      }
    }
    return chosen;
  }

  /** How many papers there are beside one that are popular and not taken, up to so many. */
  private static int others(int[] popular, int place, BitSet taken, int most) {
    int others = 0;
    for (int i = 0; i < popular.length && others < most; i++) {
      others += popular[i] == place || taken.get(popular[i]) ? 0 : 1;
    }
    return others;
  }

  private ChosenPaper matched(int place, NeedMatches matches, Reader reader) {
    Candidate candidate = candidates.get(place);
    Reason reason = matches.reason(place, () -> reasons.of(place, matches.need()));
    return new ChosenPaper(
        candidate.paper(),
        candidate.popularity(),
        matches.need() instanceof InformationNeed.Written written
            ? reason.of(reader.groupOf(written.interest()))
            : reason);
  }
}
