package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyChosenTest {
  @ParameterizedTest
  @CsvSource({
    "mixture of experts, mixture;experts",
    "Mixture of Experts -vision, mixture;experts",
    "\"mixture of experts\" -\"image generation\", \"mixture of experts\"",
    "author:Shazeer cat:cs.LG, author:Shazeer;cat:cs.LG",
    "author:\"Noam Shazeer\", author:\"Noam Shazeer\"",
    "author:Shazeer, Shazeer",
  })
  void wordsAreNotRepeatedWhenTheWholeInterestMatched(String interest, String words) {
    assertThat(matched(interest, words)).isEqualTo("your interest \"" + interest + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "sparse mixture of experts, mixture;experts",
    "protein folding, protein",
    "author:Shazeer attention, author:Shazeer",
  })
  void wordsAreToldWhenOnlySomeOfTheInterestMatched(String interest, String words) {
    assertThat(matched(interest, words))
        .isEqualTo("your interest \"" + interest + "\" (" + words.replace(";", ", ") + ")");
  }

  @Test
  void aPlaceOnADayOfAnotherYearTellsTheYear() {
    assertThat(WhyChosen.of(Samples.trending(Samples.ADAM, 5, 3, false), Samples.DAY.plusYears(1)))
        .hasToString("5 upvotes, #3 on 24 May 2025");
  }

  @Test
  void aPaperThatIsCloseInMeaningOrLikeAnotherSaysToWhat() {
    ChosenPaper close =
        Samples.chosen(
            Samples.ATTENTION,
            new Reason.Close(new Interest("reading in parallel"), "All words are read at once."));
    ChosenPaper alike =
        Samples.chosen(
            Samples.ATTENTION, new Reason.Alike(Samples.ADAM.id(), Samples.ADAM.title()));

    assertThat(WhyChosen.of(close, Samples.DAY))
        .hasToString(
            "close in meaning to your interest \"reading in parallel\": “All words are read at"
                + " once.”");
    assertThat(WhyChosen.of(alike, Samples.DAY))
        .hasToString("resembles \"" + Samples.ADAM.title() + "\"");
  }

  private static String matched(String interest, String words) {
    return WhyChosen.of(
            Samples.matched(
                Samples.ATTENTION, interest, List.of(words.split(";")).toArray(String[]::new)),
            Samples.DAY)
        .toString();
  }

  @ParameterizedTest
  @CsvSource({"1204, 1, '1,204 upvotes, #1 of the week'", "1, 22, '1 upvote, #22 of the week'"})
  void aPaperOfAWeekTellsItsPlaceInTheWeek(int upvotes, int place, String words) {
    ChosenPaper chosen = Samples.chosen(Samples.ADAM, new Reason.TrendingOfWeek(upvotes, place));
    assertThat(WhyChosen.of(chosen, Samples.DAY)).hasToString(words);
  }
}
