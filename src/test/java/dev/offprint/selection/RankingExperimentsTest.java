package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SentenceModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints the table of what was tried for ranking; see docs/decisions/0013. */
@Tag("real")
class RankingExperimentsTest {
  private interface Way {
    double[] scores(RankingExperiment papers, String query);
  }

  private static Map<String, Way> ways() {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("BM25", RankingExperiment::bm25);
    for (int terms : new int[] {10, 20, 50}) {
      ways.put("BM25, RM3 10 papers " + terms + " terms", (p, q) -> p.rm3(q, p.bm25(q), terms));
    }
    ways.put("meaning, no prefix", RankingExperiment::withoutPrefix);
    ways.put("meaning", RankingExperiment::meaning);
    ways.put("meaning, centred", RankingExperiment::centred);
    ways.put("meaning, centred, Rocchio", (p, q) -> p.rocchio(q, p.centred(q)));
    ways.put(
        "reciprocal rank", (p, q) -> RankingExperiment.reciprocalRank(p.bm25(q), p.meaning(q)));
    ways.put(
        "reciprocal rank, centred",
        (p, q) -> RankingExperiment.reciprocalRank(p.bm25(q), p.centred(q)));
    ways.put("fusion 0.7, not centred", (p, q) -> fusion(p.bm25(q), p.meaning(q), 0.7));
    for (double weight : new double[] {0.5, 0.6, 0.7, 0.8}) {
      ways.put("fusion " + weight, (p, q) -> fusion(p, q, weight));
    }
    ways.put(
        "fusion 0.7 of RM3 and Rocchio",
        (p, q) -> {
          double[] first = fusion(p, q, 0.7);
          return fusion(p.rm3(q, first, 20), p.rocchio(q, first), 0.7);
        });
    for (double weight : new double[] {0.5, 0.6, 0.7, 0.8}) {
      for (double neighbours : new double[] {0.3, 0.5, 0.7}) {
        ways.put(
            "fusion " + weight + ", 10 neighbours " + neighbours,
            (p, q) -> p.smoothed(fusion(p, q, weight), 10, neighbours));
      }
    }
    ways.put("fusion 0.7, 5 neighbours 0.5", (p, q) -> p.smoothed(fusion(p, q, 0.7), 5, 0.5));
    ways.put(
        "fusion 0.7 of RM3 and Rocchio, 10 neighbours 0.5",
        (p, q) -> {
          double[] first = fusion(p, q, 0.7);
          return p.smoothed(fusion(p.rm3(q, first, 20), p.rocchio(q, first), 0.7), 10, 0.5);
        });
    return ways;
  }

  private static double[] fusion(RankingExperiment papers, String query, double weight) {
    return fusion(papers.bm25(query), papers.centred(query), weight);
  }

  private static double[] fusion(double[] words, double[] meaning, double weight) {
    return RankingExperiment.fused(words, meaning, weight);
  }

  @Test
  void everyWayIsMeasuredAndPlainBm25IsWhereOthersFoundIt() {
    try (SentenceModel model =
        new RememberedVectors(
            Path.of("target/vectors"), OnnxSentenceModel.open(Path.of("target/offprint/models")))) {
      assertThat(table(TestCollection.cisi(), model).ndcg10()).isCloseTo(0.384, within(0.005));
      assertThat(table(TestCollection.med(), model).ndcg10()).isCloseTo(0.690, within(0.005));
    }
  }

  /** Prints all rows and gives that of BM25. */
  private static RankingMeasures table(TestCollection collection, SentenceModel model) {
    RankingExperiment papers = new RankingExperiment(collection, model);
    Map<String, RankingMeasures> rows = new LinkedHashMap<>();
    ways()
        .forEach(
            (name, way) ->
                rows.put(
                    name, collection.measure(query -> papers.ranking(way.scores(papers, query)))));
    System.out.println(collection.name() + ": nDCG@10, MAP, recall@20");
    rows.forEach((name, measures) -> System.out.printf("%-50s %s%n", name, measures));
    return List.copyOf(rows.values()).getFirst();
  }
}
