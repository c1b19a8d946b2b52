package dev.offprint.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.offprint.digests.OneLine;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper.
 *
 * @param title clean text, as the abstract is
 * @param votes null where they were not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperDocument(
    String id,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    List<String> categories,
    @JsonUnwrapped Dates dates,
    @JsonUnwrapped @Nullable Votes votes,
    @JsonUnwrapped Addresses addresses) {

  /**
   * The days of a paper.
   *
   * @param announced by a source, which is the day that counts
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Dates(
      LocalDate announced, @Nullable LocalDate published, @Nullable LocalDate withdrawn) {}

  /** The latest count of each signal. */
  public record Votes(int upvotes, int comments, int stars) {}

  /**
   * Where it is to be read.
   *
   * @param url of its page
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Addresses(@Nullable URI url, @Nullable URI pdf, @Nullable URI code) {}

  /** A paper with its votes. */
  public static PaperDocument of(Candidate candidate) {
    Popularity votes = candidate.popularity();
    return of(candidate.paper(), new Votes(votes.upvotes(), votes.comments(), votes.stars()));
  }

  /** A paper without its votes. */
  public static PaperDocument of(Paper paper) {
    return of(paper, null);
  }

  private static PaperDocument of(Paper paper, @Nullable Votes votes) {
    Paper.Dates dates = paper.dates();
    Paper.Links links = paper.links();
    return new PaperDocument(
        paper.id().value(),
        OneLine.of(paper.shownTitle()),
        OneLine.of(paper.shownAbstract()),
        paper.authors().stream().map(author -> OneLine.of(author.name())).toList(),
        paper.categories().stream().map(OneLine::of).toList(),
        new Dates(dates.announced(), dates.published(), dates.withdrawn()),
        votes,
        new Addresses(links.page(), links.pdf(), links.code()));
  }
}
