package dev.offprint.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadInTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Publication date: 15 April 2026 Source: Bee Letters, Volume 9 Author(s): Ada Lind, Bo Ek"
            + " # 2026-04-15 # Ada Lind, Bo Ek # ''",
        "Publication date: Available online 3 May 2026 Source: Bees Author(s): Ada Lind #"
            + " 2026-05-03 # Ada Lind # ''",
        "Publication date: May 2026 Source: Bee Letters, Volume 9 # 2026-05-01 # '' # ''",
        "Publication date: Winter 2026 Source: Bees Author(s): Ada Lind Abstract We count. # # Ada"
            + " Lind # We count.",
        "Bees, Published online: 20 November 2026; doi:10.9999/s1-x We count bees. # 2026-11-20 #"
            + " '' # We count bees.",
        "Bee Letters, Volume 9, Issue 2, Page 1-9, March 2026. We count. # 2026-03-01 # '' # We"
            + " count.",
        "Bee Letters, Ahead of Print. We count bees. # # '' # We count bees.",
      })
  void whatAPublisherPutsBeforeAnAbstractIsNotTheAbstract(
      String text, String date, String authors, String rest) {
    LeadIn lead = LeadIn.read(text);

    assertThat(lead.rest()).isEqualTo(rest);
    assertThat(lead.authors()).isEqualTo(authors);
    assertThat(String.valueOf(lead.date())).isEqualTo(String.valueOf(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Publication dates and sources of bees are studied.",
        "We count bees, published online in March 2026.",
        "In Volume 9, Issue 2, we counted bees.",
        "",
      })
  void anAbstractIsLeftAlone(String text) {
    assertThat(LeadIn.read(text)).isEqualTo(new LeadIn(null, "", text));
  }

  @Test
  void aDayThatDoesNotExistIsNoDate() {
    assertThat(LeadIn.read("Publication date: 31 February 2026 Source: Bees").date())
        .isIn((Object) null, java.time.LocalDate.of(2026, 2, 28));
  }
}
