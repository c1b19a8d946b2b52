package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.EditionView.Entry;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  private static final String LONG =
      "Observation of a new particle in the search for the Standard Model Higgs boson";

  @Test
  void aPaperAloneIsNotFollowedByOthers() {
    assertThat(of(trending("Attention Is All You Need"), 0)).isEqualTo("Attention Is All You Need");
  }

  @Test
  void aLongTitleIsCutAtAWordAndTheOthersStayCounted() {
    assertThat(of(trending(LONG), 9))
        .isEqualTo("Observation of a new particle in the search… and 9 more")
        .hasSizeLessThanOrEqualTo(Subject.LONGEST);
  }

  @Test
  void aShortInterestIsSaidBeforeTheTitle() {
    assertThat(of(matched("attention", LONG, "Ada Lovelace"), 2))
        .isEqualTo("Attention: Observation of a new particle… and 2 more");
  }

  @Test
  void anInterestThatTheTitleBeginsWithIsNotSaidTwice() {
    assertThat(of(matched("attention", "Attention Is All You Need", "Ada Lovelace"), 0))
        .isEqualTo("Attention Is All You Need");
  }

  @Test
  void aFollowedAuthorIsNamedByTheirLastName() {
    assertThat(of(matched("author:lovelace", "Notes on an engine", "Ada Lovelace"), 3))
        .isEqualTo("Lovelace: Notes on an engine and 3 more");
  }

  @ParameterizedTest
  @CsvSource({
    "graph networks, Graph networks",
    "mRNA vaccines, mRNA vaccines",
    "k-means, k-means",
    "arXiv, arXiv",
    "ßx, ßx"
  })
  void aLineBeginsWithACapitalUnlessTheWordIsWrittenOtherwise(String interest, String shown) {
    assertThat(of(matched(interest, "Notes on an engine", "Ada Lovelace"), 0))
        .isEqualTo(shown + ": Notes on an engine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Long Shore Tidal Pool Counting Collaboration of Many Institutes (LSTPCC)",
        "Zyxwvutsrqponmlkjihgfedcbazyxwvutsrqponmlkjihgfedcba",
        "Ada Zyxwvutsrqponmlkjihgfedcbazyxwvutsrqponmlkjihgfedcbazyxwvutsrqponmlkjihgfedcbazyxwvut"
      })
  void aNameOfAnyLengthLeavesRoomForTheTitle(String name) {
    assertThat(of(matched("author:\"" + name + "\"", "Notes on an engine", name), 1_204))
        .startsWith(name.substring(0, 3))
        .contains("…: Notes")
        .hasSizeLessThanOrEqualTo(Subject.LONGEST);
  }

  @Property
  void noTitleMakesASubjectTooLong(
      @ForAll @StringLength(min = 1, max = 400) String title,
      @ForAll @IntRange(max = 49) int others) {
    assertThat(of(matched("galaxies", title.isBlank() ? "x" : title, "Ada"), others))
        .hasSizeLessThanOrEqualTo(Subject.LONGEST);
  }

  private static String of(Entry first, int others) {
    return Subject.of(first, others, Messages.english());
  }

  private static Entry trending(String title) {
    return entry(
        Samples.paper("2505.00001", title, "", List.of("Ada Lovelace"), List.of(), null),
        new Reason.Trending(7, 1, true));
  }

  private static Entry matched(String interest, String title, String author) {
    return entry(
        Samples.paper("2505.00001", title, "", List.of(author), List.of(), null),
        new Reason.Matched(new Interest(interest), List.of(interest)));
  }

  private static Entry entry(Paper paper, Reason reason) {
    Edition edition = Samples.edition(new ChosenPaper(paper, Popularity.NONE, reason));
    EditionView view =
        EditionView.of(edition, new PaperPieces(new PaperExcerpts(false), Messages.english()));
    return view.sections().getFirst().entries().getFirst();
  }
}
