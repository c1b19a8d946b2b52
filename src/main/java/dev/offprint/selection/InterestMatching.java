package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Finds the papers of one day for interests, each distinct one once; safe for use by many threads.
 *
 * <p>A paper matches by its words, or, where an interest says in words what papers are to be about,
 * by being near it in meaning. Both are ranked together by a weighted sum, as in {@link
 * PaperRanking}; the threshold is from docs/decisions/0014.
 */
final class InterestMatching {
  /** From here on, 1 being the same, a paper counts as close in meaning. */
  static final double NEAR = 0.40;

  // One word alone has too many meanings, and stands in the papers that are meant.
  private static final int FEWEST_WORDS = 2;

  private final PaperIndex index;
  private final @Nullable PaperMeanings meanings;
  private final AvailableVectors vectors;
  private final int most;
  private final Map<Interest, WishMatches> evaluated;

  /**
   * @param meanings of the papers of the index; null to go by words alone
   * @param most how many papers are kept for one interest
   * @param evaluated where matches are kept; may forget some
   */
  InterestMatching(
      PaperIndex index,
      @Nullable PaperMeanings meanings,
      AvailableVectors vectors,
      int most,
      Map<Interest, WishMatches> evaluated) {
    this.index = index;
    this.meanings = meanings;
    this.vectors = vectors;
    this.most = most;
    this.evaluated = evaluated;
  }

  /** Evaluates those that have not been yet, on all processors. */
  void prepare(Collection<Interest> interests) {
    List<Interest> fresh =
        interests.stream().filter(interest -> !evaluated.containsKey(interest)).distinct().toList();
    if (fresh.isEmpty()) {
      return;
    }
    Map<String, float[]> queries = queries(fresh);
    fresh.parallelStream()
        .forEach(interest -> evaluated.putIfAbsent(interest, evaluate(interest, queries)));
  }

  private Map<String, float[]> queries(List<Interest> interests) {
    return meanings == null ? Map.of() : vectors.ofQueries(subjects(interests));
  }

  WishMatches of(Interest interest) {
    WishMatches known = evaluated.get(interest);
    if (known == null) {
      known = evaluate(interest, queries(List.of(interest)));
      evaluated.putIfAbsent(interest, known);
    }
    return known;
  }

  /** How many papers match, however many are kept; it is worked out at each call. */
  int count(Interest interest) {
    return places(
            interest,
            InterestParser.parse(interest.line()),
            queries(List.of(interest)),
            index.ids().size())
        .length;
  }

  private WishMatches evaluate(Interest interest, Map<String, float[]> queries) {
    ParsedInterest parsed = InterestParser.parse(interest.line());
    return new WishMatches(
        new Wish.Written(interest, parsed), places(interest, parsed, queries, most));
  }

  private int[] places(
      Interest interest, ParsedInterest parsed, Map<String, float[]> queries, int limit) {
    if (meanings == null) {
      return index.search(parsed, limit);
    }
    Request request = Request.of(interest.line());
    float[] query = queries.get(subject(request).orElse(""));
    return query == null
        ? index.search(parsed, limit)
        : byBoth(parsed, request, meanings.closeness(query), limit);
  }

  /** What is embedded of interests: what those that go by meaning say in words. */
  static List<String> subjects(Collection<Interest> interests) {
    return interests.stream()
        .flatMap(interest -> subject(Request.of(interest.line())).stream())
        .toList();
  }

  /**
   * What an interest says in words of the papers it wants; empty when it says it by names, quotes
   * or alternatives, which mean themselves, or says too little.
   */
  private static Optional<String> subject(Request request) {
    boolean inWords =
        request
            .conditions()
            .map(
                interest ->
                    interest.alternatives().size() == 1
                        && interest.alternatives().getFirst().required().stream()
                            .allMatch(Clause.Category.class::isInstance))
            .orElse(true);
    return inWords && CommonWords.telling(request.subject()).size() >= FEWEST_WORDS
        ? Optional.of(request.subject())
        : Optional.empty();
  }

  private int[] byBoth(ParsedInterest parsed, Request request, float[] closeness, int limit) {
    float[] words = new float[closeness.length];
    for (ScoreDoc hit : index.hits(parsed, limit)) {
      words[hit.doc] = hit.score;
    }
    @Nullable BitSet meeting = request.conditions().map(index::meeting).orElse(null);
    IntStream matching =
        IntStream.range(0, closeness.length)
            .filter(
                place ->
                    words[place] > 0
                        || (closeness[place] >= NEAR && (meeting == null || meeting.get(place))));
    return Scores.bestFirst(matching, Scores.ofBoth(words, closeness)).limit(limit).toArray();
  }
}
