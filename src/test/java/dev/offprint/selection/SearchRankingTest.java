package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.BackgroundVectors;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.Progress;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.search.FoundPapers;
import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchRankingTest {
  private static final Interest FELINES = new Interest("felines that purr");

  private static final Candidate WORDS =
      TestPapers.paper("words", "Felines that purr", "A purr of felines is a brand of engines.");
  private static final Candidate MEANING =
      TestPapers.paper("meaning", "Kittens", "Some felines sleep. They purr when felines eat.");
  private static final FoundPapers FOUND =
      new FoundPapers(
          List.of(WORDS, MEANING),
          2,
          Map.of(new PaperId("words"), 3.0f, new PaperId("meaning"), 2.5f));

  /** Kittens are what is asked for, and engines are not. */
  private static final class Cats implements SentenceModel {
    @Override
    public float[] ofText(String text) {
      return text.contains("engines") ? new float[] {1, 0} : new float[] {0, 1};
    }

    @Override
    public float[] ofQuery(String query) {
      return new float[] {0, 1};
    }

    @Override
    public void close() {}
  }

  private static final StoredVectors VECTORS =
      new StoredVectors(
          new MemoryVectors(),
          "cats",
          Cats::new,
          Optional.of(
              new BackgroundVectors(
                  new float[2],
                  List.of(
                      new float[] {0.8f, 0.6f},
                      new float[] {0.6f, 0.8f},
                      new float[] {0.7f, 0.71f}))));

  private static SearchRanking ranking(Optional<StoredVectors> vectors) {
    return new RecentPapers(new IndexedDays(TestPapers.of()), vectors, () -> Instant.EPOCH)
        .ranking();
  }

  @Test
  void whatMeansTheSameComesBeforeWhatSharesMoreWords() {
    assertThat(ranking(Optional.empty()).bestFirst(FELINES, FOUND)).containsExactly(WORDS, MEANING);
    assertThat(ranking(Optional.of(VECTORS)).bestFirst(FELINES, FOUND))
        .as("nothing is known of them yet")
        .containsExactly(WORDS, MEANING);

    new DaySelector(TestPapers.of(WORDS, MEANING), VECTORS)
        .workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    assertThat(ranking(Optional.of(VECTORS)).bestFirst(FELINES, FOUND))
        .containsExactly(MEANING, WORDS);
  }

  @Test
  void theSentenceThatSaysMostIsShown() {
    assertThat(SearchRanking.sentence(FELINES, MEANING.paper()))
        .isEqualTo("They purr when felines eat.");
    assertThat(SearchRanking.sentence(new Interest("bread"), MEANING.paper())).isEmpty();
    assertThat(SearchRanking.sentence(new Interest("author:Li"), MEANING.paper())).isEmpty();
  }
}
