package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.offprint.search.Clause;
import dev.offprint.search.IndexedTerms;
import dev.offprint.search.InterestParser;
import dev.offprint.search.PaperWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFitTest {
  private static double evidence(String interest, String title, String abstractText) {
    IndexedTerms terms =
        IndexedTerms.of(List.of(new PaperWords(paper("a", title, abstractText).paper())));
    return new TopicFit(
            InterestParser.parse(interest).alternatives().getFirst().words().stream()
                .map(Clause.Word::stems)
                .toList(),
            terms)
        .evidence(0);
  }

  @ParameterizedTest(name = "{0} in {1} / {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exoplanets         | A warm exoplanet      | We found it.                      | 1.6
          exoplanets         | A warm planet         | An exoplanet near an exoplanet.   | 1.6
          exoplanets         | A warm planet         | As exoplanets go.                 | 1.2
          exoplanets         | A warm planet         | We found it.                      | 0
          elliptic curves    | On elliptic curves    | Rank.                             | 1.6
          elliptic curves    | On rank               | Some elliptic plane curves.       | 1.6
          elliptic curves    | Curves, elliptic ones | Rank.                             | 0.5
          elliptic curves    | An elliptic equation  | It is bounded by a smooth curve.  | 0.5
          theory of mind     | A theory of the mind  | No.                               | 0.5
          theory of mind     | A theory of mind      | Yes.                              | 1.6
          """)
  void oneOrTwoWordsGoByHowTheyStand(
      String interest, String title, String abstractText, double evidence) {
    assertThat(evidence(interest, title, abstractText)).isEqualTo(evidence);
  }

  @Test
  void ofMoreWordsEachCountsAsMuchAsItTells() {
    String interest = "large language models for protein design";

    double protein = evidence(interest, "Protein design", "");
    double models = evidence(interest, "Large language models", "for the design of games");

    assertThat(protein).isGreaterThan(0.85);
    assertThat(models).isLessThan(0.15);
    assertThat(evidence(interest, "Using large models", "")).isZero();
    assertThat(evidence(interest, "Language models that design proteins", ""))
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void partsOfAWordWithHyphensCountHalfUnlessTheyStandSideBySide() {
    String interest = "multi-agent reinforcement learning";

    double whole = evidence(interest, "Reinforcement learning of multi-agent systems", "");
    double apart = evidence(interest, "Reinforcement learning of an agent", "in multi-turn talk");

    assertThat(whole).isCloseTo(1, within(1e-9));
    assertThat(evidence(interest, "Multi agent reinforcement learning", "")).isEqualTo(whole);
    assertThat(apart).isBetween(0.55, 0.8);
    assertThat(evidence("self-supervised learning of speech", "Supervised speech", "of the self"))
        .isLessThan(evidence("self-supervised learning of speech", "Self-supervised", "speech"));
  }

  @Test
  void generalWordsAreNoEvidenceHoweverManyThereAre() {
    assertThat(evidence("a method using models and data", "A method using models", "and data"))
        .isZero();
  }

  @Test
  void halfOfThePointIsNotEnoughUnlessTheMeaningIsVeryNear() {
    assertThat(TopicFit.score(0.5, 4)).isLessThan(TopicFit.THRESHOLD);
    assertThat(TopicFit.score(0.5, 4.7)).isGreaterThan(TopicFit.THRESHOLD);
    assertThat(TopicFit.score(1, 3.2)).isGreaterThan(TopicFit.THRESHOLD);
    assertThat(TopicFit.score(1, 2)).isLessThan(TopicFit.THRESHOLD);
  }
}
