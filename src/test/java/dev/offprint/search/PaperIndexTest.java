package dev.offprint.search;

import static dev.offprint.selection.TestPapers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.selection.TestPapers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of an interest find in an index. */
class PaperIndexTest {
  private static final TestPapers PAPERS =
      TestPapers.of(
          paper("apart", "A mixture", "of paint, not judged by the experts who came later"),
          paper("phrase", "Scaling", "Sparse mixtures of experts scale"),
          paper("neither", "Experts", "agree"));

  @Test
  void papersWithThePhraseComeFirst() {
    assertThat(PAPERS.matching("mixture of experts")).containsExactly("phrase", "apart");
  }

  @Test
  void atMostAsManyAsAskedForAreFound() {
    assertThat(TestPapers.ids(PAPERS.matching("experts", 1))).containsExactly("neither");
  }

  @Test
  void nothingIsFoundAmongNoPapers() {
    assertThat(TestPapers.of().matching("experts")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "((((", "the of", "-experts", "\u0000\u0001", "\ud83d", "OR NOT"})
  void aTextWithoutAnythingToLookForFindsNothing(String text) {
    assertThat(PAPERS.matching(text)).isEmpty();
  }

  @Test
  void aVeryLongTextIsReadInPart() {
    assertThat(PAPERS.matching("experts ".repeat(2_000)))
        .containsExactlyInAnyOrder("apart", "phrase", "neither");
    assertThat(PAPERS.matching("\"a b c d e f ".repeat(1_000))).isEmpty();
    assertThat(PAPERS.matching("-".repeat(10_000))).isEmpty();
    assertThat(PAPERS.matching("x".repeat(10_000))).isEmpty();
  }

  @Test
  void oddAuthorsAndCategoriesDoNoHarm() {
    TestPapers papers =
        TestPapers.of(
            paper(
                "odd",
                TestPapers.DAY,
                0,
                "Experts",
                "",
                List.of("?", "X".repeat(40_000), "ATLAS Collaboration"),
                List.of("", "c".repeat(40_000))));

    assertThat(papers.matching("experts")).containsExactly("odd");
    assertThat(papers.matching("author:Atlas")).containsExactly("odd");
  }
}
