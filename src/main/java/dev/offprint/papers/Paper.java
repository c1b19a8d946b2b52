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
 */
public record Paper(
    PaperId id,
    String title,
    String abstractText,
    List<Author> authors,
    List<String> categories,
    Links links,
    Dates dates) {
  /** The most characters a title may have; a longer one is cut there. */
  public static final int MAX_TITLE = 1_000;

  /** The most characters an abstract may have; a longer one is cut there. */
  public static final int MAX_ABSTRACT = 20_000;

  public Paper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
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
        new Dates(dates.published(), day, dates.withdrawn()));
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
}
