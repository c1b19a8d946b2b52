package dev.offprint.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingTest {
  @ParameterizedTest
  @CsvSource({
    "2031-01-01, 2026-11-24",
    "2026-12-02, 2026-11-24",
    "2026-12-01, 2026-12-01",
    "2026-11-24, 2026-11-24",
    "1998-01-05, 1998-01-05"
  })
  void aPaperIsAnnouncedNoLaterThanItCame(LocalDate dated, LocalDate announced) {
    Paper paper =
        new Paper(
            new PaperId("2611.00001"),
            "Robots",
            "",
            List.of(),
            List.of(),
            new Paper.Links(null, null, null),
            new Paper.Dates(dated, dated, null));
    Sighting sighting =
        new Sighting(paper, "test", Map.of(), Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(sighting.paper().dates().announced()).isEqualTo(announced);
    assertThat(sighting.paper().dates().published()).isEqualTo(dated);
  }
}
