package dev.offprint.selection;

import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.search.CommonWords;
import dev.offprint.search.PaperIndex;
import dev.offprint.search.RankedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks a set of papers by texts, by their words and by what they mean; safe for use by many
 * threads.
 *
 * <p>A paper's score is a weighted sum of BM25 and of the closeness of meaning, each brought to 0
 * to 1. Half of it then gives way to the scores of the papers that are most alike, since papers
 * that are alike tend to answer the same need (Diaz, Regularizing Ad Hoc Retrieval Scores, 2005).
 * What was tried instead is in docs/decisions/0013.
 */
public final class PaperRanking implements AutoCloseable {
  private static final double WEIGHT_OF_NEIGHBOURS = 0.5;
  // A text of so many words is as long as a paper's own, and most of its words say little of what
  // it
  // is about; what it means is surer, and needs neighbours less.
  private static final int WORDS_OF_A_PAPER = 100;
  private static final double MEANING_OF_A_PAPER = 0.9;
  private static final double NEIGHBOURS_OF_A_PAPER = 0.25;
  // So many of the best are compared with their neighbours; a paper further down stays there.
  private static final int CONSIDERED = 1_000;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

  private final PaperIndex index;
  private final @Nullable SentenceModel model;
  private final @Nullable PaperMeanings meanings;

  /** A paper and how well it fits; only the order of scores says something. */
  public record Ranked(PaperId paper, double score) {}

  /**
   * Indexes the papers and works out what each means, which takes tens of milliseconds a paper.
   *
   * @param papers of several with the same id the first is taken
   * @param model empty to go by words alone; not closed here
   */
  public PaperRanking(Collection<Paper> papers, Optional<SentenceModel> model) {
    Map<PaperId, Paper> byId =
        papers.stream()
            .collect(Collectors.toMap(Paper::id, Function.identity(), (first, other) -> first));
    index =
        PaperIndex.of(
            byId.values().stream().map(paper -> new Candidate(paper, Popularity.NONE)).toList());
    this.model = model.orElse(null);
    meanings =
        model
            .map(
                encoder ->
                    new PaperMeanings(
                        index.ids().parallelStream()
                            .map(
                                id ->
                                    encoder.ofText(
                                        PaperMeanings.text(Objects.requireNonNull(byId.get(id)))))
                            .toList()))
            .orElse(null);
  }

  /**
   * The papers that fit a text best, best first. An interest with operators keeps what they mean:
   * only papers that meet them are ranked. Without a model, a paper must have one of the words.
   *
   * @param text of which the first 4,000 characters are read
   * @param limit the most papers to rank, at least 1
   */
  public List<Ranked> rank(String text, int limit) {
    RankedQuery request = RankedQuery.of(text);
    boolean saysSomething = !CommonWords.telling(request.subject()).isEmpty();
    if (!saysSomething && request.conditions().isEmpty()) {
      return List.of();
    }
    double[] scores =
        saysSomething
            ? scores(request.subject(), Math.max(limit, CONSIDERED))
            : new double[index.ids().size()];
    boolean wordNeeded = saysSomething && meanings == null;
    IntStream places =
        request
            .conditions()
            .map(interest -> index.meeting(interest).stream())
            .orElseGet(() -> IntStream.range(0, scores.length));
    return Scores.bestFirst(places.filter(place -> !wordNeeded || scores[place] > 0), scores)
        .limit(limit)
        .mapToObj(place -> new Ranked(index.ids().get(place), scores[place]))
        .toList();
  }

  private double[] scores(String subject, int considered) {
    float[] words = index.wordScores(subject);
    if (model == null || meanings == null) {
      return Scores.shares(words);
    }
    boolean paper =
        BETWEEN_WORDS.splitAsStream(subject).limit(WORDS_OF_A_PAPER).count() == WORDS_OF_A_PAPER;
    float[] closeness = meanings.closeness(model.ofQuery(subject));
    double[] own =
        paper
            ? Scores.mixed(Scores.shares(words), Scores.stretched(closeness), MEANING_OF_A_PAPER)
            : Scores.ofBoth(words, closeness);
    double neighbours = paper ? NEIGHBOURS_OF_A_PAPER : WEIGHT_OF_NEIGHBOURS;
    double[] both = new double[own.length];
    int[] order = Scores.bestFirst(IntStream.range(0, own.length), own).toArray();
    for (int rank = 0; rank < order.length; rank++) {
      int place = order[rank];
      // Below those considered, the order stays and no score rises above theirs.
      both[place] =
          rank < considered ? withNeighbours(place, own, meanings, neighbours) : own[place] - 1;
    }
    return both;
  }

  private static double withNeighbours(
      int place, double[] scores, PaperMeanings meanings, double weight) {
    PaperMeanings.Neighbours near = meanings.of(place);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < near.places().length; i++) {
      sum += near.closeness()[i] * scores[near.places()[i]];
      weights += near.closeness()[i];
    }
    return weights == 0 ? scores[place] : scores[place] + weight * (sum / weights - scores[place]);
  }

  @Override
  public void close() {
    index.close();
  }
}
