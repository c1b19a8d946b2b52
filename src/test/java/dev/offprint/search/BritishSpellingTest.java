package dev.offprint.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BritishSpellingTest {
  @ParameterizedTest
  @CsvSource({
    "memorise, memorize",
    "generalisation, generalization",
    "tumours, tumors",
    "behaviour, behavior",
    "optimising, optimizing",
    "precision, precision",
    "supervised, supervised",
    "fibres, fibers",
    "centred, centered",
    "centre, center",
  })
  void bothSpellingsOfEnglishAreOne(String written, String american) {
    assertThat(BritishSpelling.american(written)).isEqualTo(american);
    assertThat(EnglishText.stems(written)).isEqualTo(EnglishText.stems(american));
  }
}
