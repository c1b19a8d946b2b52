package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.selection.PaperRanking.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperRankingTest {
  private static final List<Paper> PAPERS =
      TestPapers.of(
              TestPapers.paper("cats", "Cats and kittens", "Felines at home."),
              TestPapers.paper("kittens", "Raising kittens", "Felines of few weeks."),
              TestPapers.paper("lions", "Lions in the wild", "Great felines."),
              TestPapers.paper("stars", "The age of stars", "Light from afar."),
              TestPapers.paper("planets", "Planets near and far", "Around other stars."))
          .all()
          .stream()
          .map(Candidate::paper)
          .toList();

  /** Knows animals from the sky, and nothing else. */
  private static final class Naturalist implements SentenceModel {
    @Override
    public float[] ofText(String text) {
      boolean sky = text.matches("(?s).*(?:[Ss]tars|astronomy).*");
      // Not quite alike, so that there is a nearest.
      float own = 0.05f * (text.length() % 3);
      return unit(sky ? 0.1f : 0.9f, sky ? 0.9f : 0.1f, own);
    }

    @Override
    public float[] ofQuery(String query) {
      return ofText(query);
    }

    @Override
    public void close() {}

    private static float[] unit(float... values) {
      double squares = 0;
      for (float value : values) {
        squares += value * value;
      }
      for (int i = 0; i < values.length; i++) {
        values[i] /= (float) Math.sqrt(squares);
      }
      return values;
    }
  }

  private static List<String> byWords(String text) {
    try (PaperRanking ranking = new PaperRanking(PAPERS, Optional.empty())) {
      return ids(ranking.rank(text, 10));
    }
  }

  private static List<String> byMeaning(String text) {
    try (PaperRanking ranking = new PaperRanking(PAPERS, Optional.of(new Naturalist()))) {
      return ids(ranking.rank(text, 10));
    }
  }

  private static List<String> ids(List<Ranked> ranked) {
    return ranked.stream().map(each -> each.paper().value()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "kittens,kittens cats",
    "feline stars,lions kittens cats stars planets",
    "unknown,",
    "kittens -raising,cats",
    "stars OR lions,lions planets stars",
    "\"age of stars\",stars",
    "title:wild,lions"
  })
  void withoutAModelPapersWithTheWordsAreRanked(String text, String ids) {
    assertThat(byWords(text))
        .containsExactlyInAnyOrderElementsOf(ids == null ? List.of() : List.of(ids.split(" ", -1)));
  }

  @Test
  void withAModelEveryPaperIsRankedAndTheNearestComeFirst() {
    assertThat(byMeaning("astronomy")).hasSize(5).startsWith("stars");
    assertThat(byMeaning("astronomy").subList(0, 2)).containsExactlyInAnyOrder("stars", "planets");
    assertThat(byMeaning("kittens")).startsWith("kittens").endsWith("stars");
  }

  @Test
  void aPaperWithoutTheWordsIsLiftedByThoseLikeItThatHaveThem() {
    List<Paper> many =
        IntStream.range(0, 29)
            .mapToObj(i -> TestPapers.paper("p" + i, i < 14 ? "stars, spectra" : "cats", ""))
            .map(Candidate::paper)
            .collect(Collectors.toCollection(ArrayList::new));
    many.add(TestPapers.paper("without", "stars", "").paper());
    SentenceModel undecided =
        new SentenceModel() {
          @Override
          public float[] ofText(String text) {
            return text.startsWith("stars") ? new float[] {1, 0} : new float[] {0, 1};
          }

          @Override
          public float[] ofQuery(String query) {
            return Naturalist.unit(1, 1);
          }

          @Override
          public void close() {}
        };
    try (PaperRanking ranking = new PaperRanking(many, Optional.of(undecided))) {
      List<String> ranked = ids(ranking.rank("spectra", 30));
      assertThat(ranked).hasSize(30);
      assertThat(ranked.indexOf("without")).isEqualTo(14);
    }
  }

  @Test
  void operatorsKeepTheirMeaningWithAModelToo() {
    assertThat(byMeaning("astronomy -planets"))
        .hasSize(4)
        .startsWith("stars")
        .doesNotContain("planets");
    assertThat(byMeaning("\"other stars\"")).containsExactly("planets");
    assertThat(byMeaning("astronomy title:far")).containsExactly("planets");
    assertThat(byMeaning("author:Nobody")).isEmpty();
  }

  @Test
  void proseWithQuotesAndDashesIsNotTakenForOperators() {
    String prose =
        "I would like to read about \"stellar\" ages - how old are stars and how do people"
            + " -if at all- find that out?";
    assertThat(byMeaning(prose)).hasSize(5).startsWith("stars");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "what is it about", "-cats", "((((", "\u0000"})
  void whatSaysNothingFindsNothing(String text) {
    assertThat(byWords(text)).isEmpty();
    assertThat(byMeaning(text)).isEmpty();
  }

  @Test
  void scoresFallAndTheLimitIsKept() {
    try (PaperRanking ranking = new PaperRanking(PAPERS, Optional.of(new Naturalist()))) {
      List<Ranked> all = ranking.rank("felines", 10);
      assertThat(all).extracting(Ranked::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(ranking.rank("felines", 2)).isEqualTo(all.subList(0, 2));
    }
  }

  @Test
  void oneOrNoPaperIsRankedToo() {
    try (PaperRanking none = new PaperRanking(List.of(), Optional.of(new Naturalist()));
        PaperRanking one = new PaperRanking(PAPERS.subList(0, 1), Optional.of(new Naturalist()))) {
      assertThat(none.rank("felines", 3)).isEmpty();
      assertThat(ids(one.rank("astronomy", 3))).containsExactly("cats");
    }
  }
}
