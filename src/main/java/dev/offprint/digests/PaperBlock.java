package dev.offprint.digests;

import dev.offprint.messages.Message;
import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a paper, the same to every reader; all of it clean text on one line.
 *
 * @param authors such as {@code Ada Lovelace, Emmy Noether and Grace Hopper}; null where none are
 *     named
 * @param summary the beginning of the abstract, possibly empty
 * @param categories such as {@code cs.CL, cs.LG}, possibly empty
 * @param page an http or https address, as {@code pdf} and {@code code} are
 */
public record PaperBlock(
    String title,
    @Nullable Message authors,
    String summary,
    String categories,
    @Nullable String page,
    @Nullable String pdf,
    @Nullable String code) {
  /** The most characters of a title; hardly any has more than 200. */
  static final int TITLE = 300;

  private static final int AUTHORS_BY_NAME = 3;
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
        authors(paper.authors()),
        summary(paper.shownAbstract(), summary),
        categories(paper.categories()),
        address(paper.links().page()),
        address(paper.links().pdf()),
        address(paper.links().code()));
  }

  static String title(Paper paper) {
    return Excerpt.ofWords(OneLine.of(paper.shownTitle()), TITLE);
  }

  /** The first three and how many more; but four are named, as "and 1 more" would save nothing. */
  private static @Nullable Message authors(List<Author> authors) {
    if (authors.isEmpty()) {
      return null;
    }
    boolean all = authors.size() <= AUTHORS_BY_NAME + 1;
    Stream<String> named =
        authors.stream().limit(all ? authors.size() : AUTHORS_BY_NAME).map(PaperBlock::name);
    return all
        ? Message.of("authors", named.toList())
        : Message.of(
            "authors.some", String.join(", ", named.toList()), authors.size() - AUTHORS_BY_NAME);
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
