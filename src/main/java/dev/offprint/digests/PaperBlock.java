package dev.offprint.digests;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a paper, the same to every reader; all of it clean text on one line.
 *
 * @param summary the beginning of the abstract, possibly empty
 * @param categories such as {@code cs.CL, cs.LG}, possibly empty
 * @param page an http or https address, as {@code pdf} and {@code code} are
 */
public record PaperBlock(
    String title,
    String summary,
    String categories,
    @Nullable String page,
    @Nullable String pdf,
    @Nullable String code) {
  /** The most characters of a title; hardly any has more than 200. */
  static final int TITLE = 300;

  private static final int NAME = 80;
  private static final int CATEGORIES = 4;

  /**
   * What is shown of one paper.
   *
   * @param summary the most characters of the abstract
   */
  public static PaperBlock of(Paper paper, int summary) {
    return new PaperBlock(
        title(paper),
        summary(paper.shownAbstract(), summary),
        categories(paper.categories()),
        address(paper.links().page()),
        address(paper.links().pdf()),
        address(paper.links().code()));
  }

  static String title(Paper paper) {
    return Excerpt.ofWords(OneLine.of(paper.shownTitle()), TITLE);
  }

  static String name(Author author) {
    return Excerpt.ofWords(OneLine.of(author.name()), NAME);
  }

  private static String summary(String abstractText, int limit) {
    // Folding only ever shortens, so a few times the limit is more than will be shown.
    int enough = Math.min(abstractText.length(), limit * 4);
    return Excerpt.ofSentences(OneLine.of(abstractText.substring(0, enough)), limit);
  }

  private static String categories(List<String> categories) {
    return String.join(", ", categories.stream().limit(CATEGORIES).map(OneLine::of).toList());
  }

  static @Nullable String address(@Nullable URI uri) {
    return uri != null
            && uri.getHost() != null
            && ("https".equalsIgnoreCase(uri.getScheme())
                || "http".equalsIgnoreCase(uri.getScheme()))
        ? uri.toASCIIString()
        : null;
  }
}
