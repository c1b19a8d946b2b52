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
 * @param listing what a list of papers says of it
 * @param votes null where they were not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperDocument(
    String id,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    List<String> categories,
    @JsonUnwrapped Listing listing,
    @JsonUnwrapped Dates dates,
    @JsonUnwrapped @Nullable Votes votes,
    @JsonUnwrapped Addresses addresses) {

  /**
   * What a list of papers says of a paper; clean text.
   *
   * @param organization where it was written
   * @param summaryBy who wrote the summary
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Listing(
      String organization,
      @JsonProperty("source_summary") String sourceSummary,
      @JsonProperty("summary_by") String summaryBy) {
    static Listing of(Paper paper) {
      Paper.Summary summary = paper.listing().summary();
      return new Listing(
          OneLine.of(paper.shownOrganization()),
          OneLine.of(paper.shownSummary()),
          summary == null ? "" : OneLine.of(summary.by()));
    }
  }

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
        Listing.of(paper),
        new Dates(dates.announced(), dates.published(), dates.withdrawn()),
        votes,
        new Addresses(links.page(), links.pdf(), links.code()));
  }
}
