package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SubjectTest {
  private static final String LONG =
      "Observation of a new particle in the search for the Standard Model Higgs boson";

  @Test
  void aPaperAloneIsNotFollowedByOthers() {
    assertThat(Subject.of(Samples.DAY, "Attention Is All You Need", 0))
        .isEqualTo("27 May: Attention Is All You Need");
  }

  @Test
  void aLongTitleIsCutAtAWordAndTheOthersStayCounted() {
    assertThat(Subject.of(Samples.DAY, LONG, 9))
        .isEqualTo("27 May: Observation of a new particle in the search for the… and 9 more")
        .hasSizeLessThanOrEqualTo(Subject.LONGEST);
  }

  @Property
  void noTitleMakesASubjectTooLong(
      @ForAll @StringLength(min = 1, max = 400) String title,
      @ForAll @IntRange(max = 49) int others) {
    assertThat(Subject.of(Samples.DAY, OneLine.of(title), others))
        .hasSizeLessThanOrEqualTo(Subject.LONGEST)
        .startsWith("27 May: ");
  }
}
