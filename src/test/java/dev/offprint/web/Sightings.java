package dev.offprint.web;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Papers that came today. */
final class Sightings {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Sightings() {}

  static Sighting of(String id, String title, String summary) {
    return new Sighting(
        new Paper(
            new PaperId(id),
            title,
            summary,
            List.of(),
            List.of(),
            new Paper.Links(URI.create("https://arxiv.org/abs/" + id), null, null),
            new Paper.Dates(null, LocalDate.of(2026, 11, 24), null)),
        "test",
        Map.of(),
        NOW);
  }
}
