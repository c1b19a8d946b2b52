package dev.offprint.papers;

import dev.offprint.text.PlainText;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One work, whatever its versions and the lists it is cross-posted to.
 *
 * <p>Title and abstract are kept as they came, with the TeX and the tags that are in them; what is
 * shown or searched is {@link #shownTitle()} and {@link #shownAbstract()}.
 *
 * @param title on one line, 1 to {@value #MAX_TITLE} characters
 * @param abstractText white space folded, possibly empty, at most {@value #MAX_ABSTRACT} characters
 * @param authors in the order of the paper, possibly empty
 * @param categories such as {@code cs.LG}, the primary one first, possibly empty
 * @param listing what a list of papers says of it
 */
public record Paper(
    PaperId id,
    String title,
    String abstractText,
    List<Author> authors,
    List<String> categories,
    Links links,
    Dates dates,
    Listing listing) {
  /** The most characters a title may have; a longer one is cut there. */
  public static final int MAX_TITLE = 1_000;

  /** The most characters an abstract may have; a longer one is cut there. */
  public static final int MAX_ABSTRACT = 20_000;

  /** The most characters the name of an organisation, or of who wrote a summary, may have. */
  public static final int MAX_ORGANIZATION = 200;

  /** The most characters a summary may have; a longer one is cut there. */
  public static final int MAX_SUMMARY = 1_000;

  /** How the DOIs of bioRxiv and medRxiv begin, the older ones first. */
  private static final List<String> ENGLISH_DOIS = List.of("10.1101/", "10.64898/");

  public Paper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** A paper of which no list says more. */
  public Paper(
      PaperId id,
      String title,
      String abstractText,
      List<Author> authors,
      List<String> categories,
      Links links,
      Dates dates) {
    this(id, title, abstractText, authors, categories, links, dates, Listing.NONE);
  }

  /** The same paper, as announced on another day. */
  Paper announcedOn(LocalDate day) {
    return new Paper(
        id,
        title,
        abstractText,
        authors,
        categories,
        links,
        new Dates(dates.published(), day, dates.withdrawn()),
        listing);
  }

  /**
   * The title as people read it, see {@link PlainText}; never empty. Worked out at each call, in
   * some microseconds.
   */
  public String shownTitle() {
    String shown = PlainText.of(title);
    return shown.isEmpty() ? title : shown;
  }

  /**
   * The abstract as people read it, see {@link PlainText}; possibly empty. Worked out at each call,
   * in some tens of microseconds.
   */
  public String shownAbstract() {
    return PlainText.of(abstractText);
  }

  /** The name of the organisation as people read it, as the title is; possibly empty. */
  public String shownOrganization() {
    return listing.organization() == null ? "" : PlainText.of(listing.organization());
  }

  /** The text of the summary as people read it, as the abstract is; possibly empty. */
  public String shownSummary() {
    return listing.summary() == null ? "" : PlainText.of(listing.summary().text());
  }

  /**
   * The language of the title and the abstract, by its tag (RFC 5646): arXiv, bioRxiv and medRxiv
   * have both in English. Empty when it is not known.
   */
  public String language() {
    return id.arxiv().isPresent() || ENGLISH_DOIS.stream().anyMatch(id.value()::startsWith)
        ? "en"
        : "";
  }

  /** Where the paper and its parts are found; only http and https addresses. */
  public record Links(@Nullable URI page, @Nullable URI pdf, @Nullable URI code) {}

  /**
   * The days that matter.
   *
   * @param published when the authors published it, if known
   * @param announced the day on which a source first put it before its readers; editions go by this
   *     one
   * @param withdrawn when it was withdrawn; such a paper is never chosen
   */
  public record Dates(
      @Nullable LocalDate published, LocalDate announced, @Nullable LocalDate withdrawn) {}

  /**
   * What a list of papers says of one beside what the paper itself says; as it came, like the
   * title.
   *
   * @param organization where it was written, on one line, 1 to {@value #MAX_ORGANIZATION}
   *     characters, if known
   * @param summary of the paper by somebody else than its authors, if there is one
   */
  public record Listing(@Nullable String organization, @Nullable Summary summary) {
    public static final Listing NONE = new Listing(null, null);
  }

  /**
   * A paper in a sentence or two.
   *
   * @param text on one line, 1 to {@value #MAX_SUMMARY} characters
   * @param by who wrote it, such as {@code Hugging Face}, on one line, at most {@value
   *     #MAX_ORGANIZATION} characters; empty when it is not known
   */
  public record Summary(String text, String by) {}
}
