package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1st",
    "2, 2nd",
    "3, 3rd",
    "4, 4th",
    "10, 10th",
    "11, 11th",
    "12, 12th",
    "13, 13th",
    "21, 21st",
    "22, 22nd",
    "23, 23rd",
    "101, 101st",
    "111, 111th",
    "112, 112th",
    "122, 122nd"
  })
  void placesHaveTheirEndings(int number, String ordinal) {
    assertThat(English.ordinal(number)).isEqualTo(ordinal);
  }

  @Test
  void oneIsSingularAndThousandsAreMarked() {
    assertThat(English.count(1, "upvote")).isEqualTo("1 upvote");
    assertThat(English.count(0, "upvote")).isEqualTo("0 upvotes");
    assertThat(English.count(12_345, "upvote")).isEqualTo("12,345 upvotes");
  }

  @Test
  void listsEndWithAnd() {
    assertThat(English.list(List.of())).isEmpty();
    assertThat(English.list(List.of("Ada"))).isEqualTo("Ada");
    assertThat(English.list(List.of("Ada", "Emmy"))).isEqualTo("Ada and Emmy");
    assertThat(English.list(List.of("Ada", "Emmy", "Grace"))).isEqualTo("Ada, Emmy and Grace");
  }

  @Test
  void daysAreEnglishWhateverTheMachineSpeaks() {
    assertThat(English.day(LocalDate.of(2024, 2, 29))).isEqualTo("29 February");
    assertThat(English.fullDay(LocalDate.of(2026, 11, 1))).isEqualTo("Sunday, 1 November 2026");
  }
}
