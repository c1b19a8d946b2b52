package dev.offprint.cli;

import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Papers to show. */
public final class Samples {
  public static final LocalDate MONDAY = LocalDate.of(2024, 5, 27);

  private static final String ABSTRACT =
      "We route each token to a few experts out of many, so that a model may hold far more"
          + " parameters than it uses for any one token. This sentence is here to make the text"
          + " longer than three lines of eighty characters, as abstracts are, and so is this one,"
          + " which ends here. Whoever reads as far as the last sentence is shown the whole paper.";

  private Samples() {}

  static Paper paper(String id, String title) {
    return new Paper(
        new PaperId(id),
        title,
        ABSTRACT,
        List.of(
            new Author("Ada Byron"),
            new Author("Alan Turing"),
            new Author("Grace Hopper"),
            new Author("Emmy Noether"),
            new Author("Mary Cartwright")),
        List.of("cs.LG", "cs.CL"),
        new Paper.Links(
            URI.create("https://arxiv.org/abs/" + id),
            URI.create("https://arxiv.org/pdf/" + id),
            null),
        new Paper.Dates(LocalDate.of(2024, 5, 24), MONDAY, null));
  }

  static Candidate candidate(String id, String title, int upvotes) {
    return new Candidate(paper(id, title), new Popularity(upvotes, 0, 0));
  }

  static Sighting sighting(String id, int upvotes, Instant observedAt) {
    return new Sighting(
        paper(id, "Routing of experts " + id),
        "huggingface",
        Map.of(Signal.Metric.UPVOTES, upvotes),
        observedAt);
  }
}
