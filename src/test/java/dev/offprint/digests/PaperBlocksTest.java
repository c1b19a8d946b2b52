package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import org.junit.jupiter.api.Test;

class PaperBlocksTest {
  private final PaperBlocks blocks = new PaperBlocks();

  @Test
  void theSamePaperIsPreparedOnce() {
    Paper paper = Samples.titled("A title");
    PaperBlock first = blocks.of(paper, 320);
    assertThat(blocks.of(paper, 320)).isSameAs(first);
    assertThat(blocks.of(Samples.titled("A title"), 320)).isEqualTo(first);
  }

  @Test
  void aPaperThatHasChangedIsShownAsItIsNow() {
    Paper before = Samples.titled("Before");
    assertThat(blocks.of(before, 320).title()).isEqualTo("Before");
    assertThat(blocks.of(Samples.titled("After"), 320).title()).isEqualTo("After");
    assertThat(blocks.of(Samples.ADAM, 320).summary())
        .hasSizeGreaterThan(blocks.of(Samples.ADAM, 100).summary().length());
  }

  @Test
  void theyNeverGrowBeyondTheirLimit() {
    for (int paper = 0; paper < 2 * PaperBlocks.MOST + 10; paper++) {
      blocks.of(Samples.titled("Title " + paper), 320);
      assertThat(blocks.size()).isBetween(1, PaperBlocks.MOST);
    }
  }
}
