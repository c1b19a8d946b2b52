package dev.offprint.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.PaperJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a paper is one of the forms in which papers are taken in. */
class ImportAgainTest {
  private static final Instant NOW = Instant.parse("2024-06-03T09:30:00Z");
  private static final LocalDate DAY = LocalDate.of(2024, 5, 27);

  private static Sighting imported(PaperDocument document) throws IOException {
    String line = new JsonMapper().writeValueAsString(document);
    HarvestOutcome outcome =
        new PaperJson(null, NOW)
            .lines(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
    return ((HarvestOutcome.Harvested) outcome).sightings().getFirst();
  }

  @Test
  void aPaperThatWasWrittenIsReadAsItWas() throws IOException {
    Paper paper =
        new Paper(
            new PaperId("lab:7"),
            "On tides",
            "They come and go.",
            List.of(new Author("Ada Lovelace"), new Author("Emmy Noether")),
            List.of("physics.ao-ph", "cs.LG"),
            new Paper.Links(
                URI.create("https://lab.example/7"),
                URI.create("https://lab.example/7.pdf"),
                URI.create("https://code.example/7")),
            new Paper.Dates(DAY.minusDays(3), DAY, DAY.plusDays(2)),
            new Paper.Listing("Institute of the Shore", new Paper.Summary("Tides.", "A reader")));
    Sighting again =
        imported(PaperDocument.of(new Candidate(paper, new Popularity(81, 3, 40, null))));
    assertThat(again.paper()).isEqualTo(paper);
    assertThat(again.signals())
        .isEqualTo(
            Map.of(Signal.Metric.UPVOTES, 81, Signal.Metric.COMMENTS, 3, Signal.Metric.STARS, 40));
    assertThat(again.certainty()).isEqualTo(Sighting.Certainty.STATED);
  }

  @Test
  void whatIsNotKnownStaysSo() throws IOException {
    Paper paper =
        new Paper(
            new PaperId("lab:8"),
            "On ebbs",
            "",
            List.of(),
            List.of(),
            new Paper.Links(null, null, null),
            new Paper.Dates(null, DAY, null));
    Sighting again = imported(PaperDocument.of(paper));
    assertThat(again.paper()).isEqualTo(paper);
    assertThat(again.signals()).isEmpty();
  }
}
