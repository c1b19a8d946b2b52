package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionLabelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Background: Rain falls.           | BACKGROUND | Rain falls.",
        "Aims. We look at it.              | AIM        | We look at it.",
        "METHODS We count drops.           | METHOD     | We count drops.",
        "Materials and Methods: We count.  | METHOD     | We count.",
        "Results We find drops.            | RESULT     | We find drops.",
        "[Results] - We find drops.        | RESULT     | We find drops.",
        "Results & Discussion: We find it. | RESULT     | We find it.",
        "Conclusions – It rains.           | CONCLUSION | It rains.",
        "Purpose: To count drops.          | AIM        | Purpose: To count drops.",
        "Results: drops fall.              | RESULT     | Results: drops fall.",
      })
  void isReadAndLeftOutWhereTheSentenceStandsWithoutIt(
      String sentence, SectionLabel label, String shown) {
    assertThat(SectionLabel.of(sentence)).isEqualTo(label);
    assertThat(SectionLabel.without(sentence)).isEqualTo(shown);
  }

  @Test
  void isNotReadIntoOrdinarySentences() {
    for (String sentence :
        new String[] {
          "Results show that it rains.",
          "Methods of counting differ.",
          "Context matters here.",
          "We find: Results.",
          "Design patterns help us.",
          "Problem A is hard."
        }) {
      assertThat(SectionLabel.of(sentence)).as(sentence).isNull();
      assertThat(SectionLabel.without(sentence)).isEqualTo(sentence);
    }
  }
}
