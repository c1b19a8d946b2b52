package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SentenceModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How good the ranking is on two classic collections. The first run embeds 2,500 abstracts, in some
 * minutes; later ones take the vectors from target/vectors.
 */
@Tag("real")
class RankingQualityTest {
  private static final SentenceModel MODEL =
      new RememberedVectors(
          Path.of("target/vectors"), OnnxSentenceModel.open(Path.of("target/offprint/models")));

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void informationScienceIsRankedBetterThanByWordsAlone() {
    assertThat(offprint(TestCollection.cisi()).ndcg10()).isGreaterThan(0.49);
  }

  @Test
  void medicineIsRankedBetterThanByWordsAlone() {
    assertThat(offprint(TestCollection.med()).ndcg10()).isGreaterThan(0.83);
  }

  private static RankingMeasures offprint(TestCollection collection) {
    System.out.println(collection.name() + ": nDCG@10, MAP, recall@20");
    try (PaperRanking words = new PaperRanking(collection.papers(), Optional.empty());
        PaperRanking both = new PaperRanking(collection.papers(), Optional.of(MODEL))) {
      RankingMeasures plain = collection.measure(text -> ranked(words, text));
      RankingMeasures offprint = collection.measure(text -> ranked(both, text));
      System.out.println("  words alone          " + plain);
      System.out.println("  Offprint             " + offprint);
      return offprint;
    }
  }

  private static List<String> ranked(PaperRanking ranking, String text) {
    return ranking.rank(text, 1_000).stream().map(each -> each.paper().value()).toList();
  }
}
