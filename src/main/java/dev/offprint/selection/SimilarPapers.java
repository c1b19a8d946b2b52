package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.search.InterestParser;
import dev.offprint.search.PaperIndex;
import dev.offprint.search.PaperWords;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Reach;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the papers of one day that resemble given ones, for each of those once; safe for use by
 * many threads. Without vectors, a paper resembles another that has enough of the words of its
 * title.
 */
final class SimilarPapers {
  // A cosine from which on, 1 being the same, papers resemble one another.
  private static final double NEAR = 0.50;
  // By so much a step of the dial moves it.
  private static final double STEP = 0.05;

  private static final float SAME = 1;

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
  private record Alike(
      NeedMatches matches, Map<Integer, Float> closeness, Optional<Adjustment.Said> said) {}

  SimilarPapers(
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
  void prepare(Collection<Feedback> feedback) {
    List<PaperId> fresh =
        feedback.stream()
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
                      NeedMatches.met(new InformationNeed.MoreLike(id, id.value()), new int[0]),
                      Map.of(),
                      Optional.empty())
                  : evaluate(candidate.paper(), texts.get(PaperMeanings.text(candidate.paper()))));
    }
  }

  private Alike evaluate(Paper liked, float @Nullable [] vector) {
    Map<Integer, Float> closeness = new HashMap<>();
    int[] places;
    if (meanings == null || vector == null) {
      places = byTitle(liked);
      IntStream.of(places).forEach(place -> closeness.put(place, SAME));
    } else {
      float[] all = meanings.closeness(vector);
      double[] scores = IntStream.range(0, all.length).mapToDouble(place -> all[place]).toArray();
      places =
          Scores.bestFirst(
                  IntStream.range(0, all.length)
                      .filter(place -> all[place] >= NEAR - STEP)
                      .filter(place -> !index.ids().get(place).equals(liked.id())),
                  scores)
              .limit(most)
              .toArray();
      IntStream.of(places).forEach(place -> closeness.put(place, all[place]));
    }
    return new Alike(
        new NeedMatches(
            new InformationNeed.MoreLike(liked.id(), liked.shownTitle()),
            places,
            margins(places, closeness)),
        Map.copyOf(closeness),
        Optional.of(
            new Adjustment.Said(
                new PaperWords(liked), vector == null ? PaperMeanings.UNKNOWN : vector)));
  }

  private int[] byTitle(Paper liked) {
    return IntStream.of(index.search(InterestParser.plain(liked.shownTitle()), most))
        .filter(place -> !index.ids().get(place).equals(liked.id()))
        .toArray();
  }

  private static float[] margins(int[] places, Map<Integer, Float> closeness) {
    float[] margins = new float[places.length];
    for (int rank = 0; rank < margins.length; rank++) {
      margins[rank] = (float) (closeness.getOrDefault(places[rank], 0f) - NEAR);
    }
    return margins;
  }

  /** The papers that resemble those of which more is wanted, for each of them. */
  List<NeedMatches> more(Feedback feedback) {
    return alike(feedback.more()).stream()
        .map(Alike::matches)
        .filter(matches -> matches.count(0) > 0)
        .toList();
  }

  /**
   * The papers that resemble one that an interest names.
   *
   * @param reach of that interest
   */
  NeedMatches like(PaperId paper, Reach reach) {
    NeedMatches usual = alike(List.of(paper)).getFirst().matches();
    return switch (reach) {
      case STRICT -> usual.moved(-STEP);
      case NORMAL -> usual;
      case BROAD -> usual.moved(STEP);
    };
  }

  /** The places of the papers that are nearer to one of which less is wanted than to the others. */
  BitSet less(Feedback feedback) {
    BitSet unwanted = new BitSet();
    if (feedback.less().isEmpty()) {
      return unwanted;
    }
    Map<Integer, Float> wanted = new HashMap<>();
    alike(feedback.more())
        .forEach(
            each ->
                each.closeness().forEach((place, near) -> wanted.merge(place, near, Math::max)));
    for (Alike each : alike(feedback.less())) {
      each.closeness()
          .forEach(
              (place, near) -> {
                if (near >= NEAR && near > wanted.getOrDefault(place, 0f)) {
                  unwanted.set(place);
                }
              });
    }
    return unwanted;
  }

  /** How what was said moves the thresholds of interests; empty when nothing is known of it. */
  Optional<Adjustment> adjustment(Feedback feedback) {
    List<Adjustment.Said> more = said(feedback.more());
    List<Adjustment.Said> less = said(feedback.less());
    if (more.isEmpty() && less.isEmpty()) {
      return Optional.empty();
    }
    PaperMeanings known =
        meanings == null
            ? null
            : vectors
                .background()
                .map(
                    background ->
                        new PaperMeanings(
                            Stream.concat(more.stream(), less.stream())
                                .map(Adjustment.Said::vector)
                                .toList(),
                            background))
                .orElse(null);
    return Optional.of(new Adjustment(more, less, known));
  }

  private List<Adjustment.Said> said(List<PaperId> ids) {
    return alike(ids).stream().flatMap(each -> each.said().stream()).toList();
  }

  private List<Alike> alike(List<PaperId> ids) {
    if (ids.stream().anyMatch(id -> !evaluated.containsKey(id))) {
      prepare(List.of(new Feedback(ids, List.of())));
    }
    return ids.stream().map(id -> Objects.requireNonNull(evaluated.get(id))).toList();
  }
}
