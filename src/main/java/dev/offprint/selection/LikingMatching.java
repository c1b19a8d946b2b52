package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.subscribers.Likings;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the papers of one day that resemble given ones, for each of those once; safe for use by
 * many threads. Without vectors, a paper resembles another that has enough of the words of its
 * title.
 */
final class LikingMatching {
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final PaperIndex index;
  private final @Nullable PaperMeanings meanings;
  private final AvailableVectors vectors;
  private final PaperStore papers;
  private final int most;
  private final Map<PaperId, Alike> evaluated = new ConcurrentHashMap<>();

  /**
   * The papers that resemble one.
   *
   * @param closeness by place, 0 where a paper does not resemble it
   */
  private record Alike(WishMatches matches, Map<Integer, Float> closeness) {}

  LikingMatching(
      PaperIndex index,
      @Nullable PaperMeanings meanings,
      AvailableVectors vectors,
      PaperStore papers,
      int most) {
    this.index = index;
    this.meanings = meanings;
    this.vectors = vectors;
    this.papers = papers;
    this.most = most;
  }

  /** Evaluates those that have not been yet. */
  void prepare(Collection<Likings> likings) {
    List<PaperId> fresh =
        likings.stream()
            .flatMap(each -> Stream.concat(each.more().stream(), each.less().stream()))
            .filter(id -> !evaluated.containsKey(id))
            .distinct()
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    Map<PaperId, Candidate> known = papers.find(fresh);
    Map<String, float[]> texts =
        meanings == null
            ? Map.of()
            : vectors.ofTexts(
                known.values().stream()
                    .map(candidate -> PaperMeanings.text(candidate.paper()))
                    .toList());
    for (PaperId id : fresh) {
      Candidate candidate = known.get(id);
      evaluated.computeIfAbsent(
          id,
          liked ->
              candidate == null
                  ? new Alike(
                      new WishMatches(new Wish.MoreLike(id, id.value()), new int[0]), Map.of())
                  : evaluate(candidate.paper(), texts.get(PaperMeanings.text(candidate.paper()))));
    }
  }

  private Alike evaluate(Paper liked, float @Nullable [] vector) {
    Map<Integer, Float> closeness = new HashMap<>();
    int[] places;
    if (meanings == null || vector == null) {
      places = byTitle(liked);
      IntStream.of(places).forEach(place -> closeness.put(place, 1f));
    } else {
      float[] all = meanings.closeness(vector);
      double[] scores = IntStream.range(0, all.length).mapToDouble(place -> all[place]).toArray();
      places =
          Scores.bestFirst(
                  IntStream.range(0, all.length)
                      .filter(place -> all[place] >= InterestMatching.NEAR)
                      .filter(place -> !index.ids().get(place).equals(liked.id())),
                  scores)
              .limit(most)
              .toArray();
      IntStream.of(places).forEach(place -> closeness.put(place, all[place]));
    }
    return new Alike(
        new WishMatches(new Wish.MoreLike(liked.id(), liked.shownTitle()), places),
        Map.copyOf(closeness));
  }

  private int[] byTitle(Paper liked) {
    // Words alone: what looks like an operator in a title is none.
    String words = NOT_WORDS.matcher(liked.shownTitle().toLowerCase(Locale.ROOT)).replaceAll(" ");
    return IntStream.of(index.search(InterestParser.parse(words), most))
        .filter(place -> !index.ids().get(place).equals(liked.id()))
        .toArray();
  }

  /** The papers that resemble those of which more is wanted, for each of them. */
  List<WishMatches> more(Likings likings) {
    return alike(likings.more()).stream()
        .map(Alike::matches)
        .filter(matches -> matches.places().length > 0)
        .toList();
  }

  /** The places of the papers that are nearer to one of which less is wanted than to the others. */
  BitSet less(Likings likings) {
    BitSet unwanted = new BitSet();
    if (likings.less().isEmpty()) {
      return unwanted;
    }
    Map<Integer, Float> wanted = new HashMap<>();
    alike(likings.more())
        .forEach(
            each ->
                each.closeness().forEach((place, near) -> wanted.merge(place, near, Math::max)));
    for (Alike each : alike(likings.less())) {
      each.closeness()
          .forEach(
              (place, near) -> {
                if (near > wanted.getOrDefault(place, 0f)) {
                  unwanted.set(place);
                }
              });
    }
    return unwanted;
  }

  private List<Alike> alike(List<PaperId> ids) {
    if (ids.stream().anyMatch(id -> !evaluated.containsKey(id))) {
      prepare(List.of(new Likings(ids, List.of())));
    }
    return ids.stream().map(id -> Objects.requireNonNull(evaluated.get(id))).toList();
  }
}
