package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
    assertThat(Subject.of(Samples.DAY, false, "Attention Is All You Need", 0))
        .isEqualTo("27 May: Attention Is All You Need");
  }

  @Test
  void aLongTitleIsCutAtAWordAndTheOthersStayCounted() {
    assertThat(Subject.of(Samples.DAY, false, LONG, 9))
        .isEqualTo("27 May: Observation of a new particle in the search for the… and 9 more")
        .hasSizeLessThanOrEqualTo(Subject.LONGEST);
  }

  @Test
  void aWeekIsNamedByItsLastDay() {
    assertThat(Subject.of(Samples.DAY, true, "Attention Is All You Need", 9))
        .isEqualTo("Week to 27 May: Attention Is All You Need, and 9 more");
    assertThat(Subject.of(LocalDate.of(2025, 9, 30), true, LONG, 49))
        .isEqualTo("Week to 30 September: Observation of a new particle in the… and 49 more");
  }

  @Property
  void noTitleMakesASubjectTooLong(
      @ForAll @StringLength(min = 1, max = 400) String title,
      @ForAll boolean weekly,
      @ForAll @IntRange(max = 49) int others) {
    assertThat(Subject.of(Samples.DAY, weekly, OneLine.of(title), others))
        .hasSizeLessThanOrEqualTo(Subject.LONGEST)
        .startsWith(weekly ? "Week to 27 May: " : "27 May: ");
  }
}
