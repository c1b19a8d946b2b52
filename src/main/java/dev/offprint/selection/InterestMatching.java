package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Interest, WishMatches> evaluated = new ConcurrentHashMap<>();

  /**
   * @param meanings of the papers of the index; null to go by words alone
   * @param most how many papers are kept for one interest
   */
  InterestMatching(
      PaperIndex index, @Nullable PaperMeanings meanings, AvailableVectors vectors, int most) {
    this.index = index;
    this.meanings = meanings;
    this.vectors = vectors;
    this.most = most;
  }

  /** Evaluates those that have not been yet, on all processors. */
  void prepare(Collection<Interest> interests) {
    List<Interest> fresh =
        interests.stream().filter(interest -> !evaluated.containsKey(interest)).distinct().toList();
    if (fresh.isEmpty()) {
      return;
    }
    Map<String, float[]> queries = meanings == null ? Map.of() : vectors.ofQueries(subjects(fresh));
    fresh.parallelStream()
        .forEach(interest -> evaluated.computeIfAbsent(interest, i -> evaluate(i, queries)));
  }

  WishMatches of(Interest interest) {
    WishMatches known = evaluated.get(interest);
    if (known == null) {
      prepare(List.of(interest));
      known = Objects.requireNonNull(evaluated.get(interest));
    }
    return known;
  }

  private WishMatches evaluate(Interest interest, Map<String, float[]> queries) {
    ParsedInterest parsed = InterestParser.parse(interest.line());
    Wish wish = new Wish.Written(interest, parsed);
    if (meanings == null) {
      return new WishMatches(wish, index.search(parsed, most));
    }
    Request request = Request.of(interest.line());
    float[] query = queries.get(subject(request).orElse(""));
    return new WishMatches(
        wish,
        query == null
            ? index.search(parsed, most)
            : byBoth(parsed, request, meanings.closeness(query)));
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

  private int[] byBoth(ParsedInterest parsed, Request request, float[] closeness) {
    float[] words = new float[closeness.length];
    for (ScoreDoc hit : index.hits(parsed, most)) {
      words[hit.doc] = hit.score;
    }
    @Nullable BitSet meeting = request.conditions().map(index::meeting).orElse(null);
    IntStream matching =
        IntStream.range(0, closeness.length)
            .filter(
                place ->
                    words[place] > 0
                        || (closeness[place] >= NEAR && (meeting == null || meeting.get(place))));
    return Scores.bestFirst(matching, Scores.ofBoth(words, closeness)).limit(most).toArray();
  }
}
