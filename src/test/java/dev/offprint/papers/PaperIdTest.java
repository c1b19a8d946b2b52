package dev.offprint.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {
  @ParameterizedTest
  @CsvSource({
    "arXiv:2405.00001v2, 2405.00001",
    "https://arxiv.org/pdf/2405.00001v1.pdf, 2405.00001",
    "https://doi.org/10.1101/ABC, 10.1101/abc",
    "10.48550/arXiv.2405.00001, 2405.00001",
    "listing:0001, listing:0001"
  })
  void oneWorkHasOneIdHoweverItIsSpelled(String spelling, String id) {
    assertThat(PaperId.of(spelling)).isEqualTo(new PaperId(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a\u00a0b",
        "a\nb",
        "a\u0007b",
        "a\u202ab",
        "a\u200bb",
        "a\u00adb",
        "a\ud800b",
        "a\u2028b"
      })
  void whatDoesNotShowIsNoPartOfAnId(String id) {
    assertThatThrownBy(() -> PaperId.of(id)).isInstanceOf(IllegalArgumentException.class);
  }
}
