package dev.offprint.digests;

import dev.offprint.messages.Messages;
import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mail shows of a paper beside its excerpt; all of it clean text on one line.
 *
 * @param id as it stands in an address behind {@code ?paper=}
 * @param language of the title and the excerpt, see {@link Paper#language}
 * @param origin the organisation that the paper is from, else its categories, such as {@code cs.CL,
 *     cs.LG}; possibly empty
 * @param page an http or https address, as those of the links are
 * @param links such as {@code PDF}, {@code Code ★49} or {@code Discussion 3}, in order, by what
 *     they are called
 */
public record MailPaper(
    String id,
    String title,
    String language,
    Byline byline,
    String origin,
    @Nullable String page,
    Map<String, String> links) {
  private static final int AUTHORS_BY_NAME = 3;
  private static final int MOST_FOLLOWED = 3;
  private static final int CATEGORIES = 2;
  private static final int ORGANIZATION = 60;

  /**
   * Who wrote it.
   *
   * @param authors the first three, and every one the reader follows
   * @param others such as {@code and 19 more}; empty when all authors are named
   */
  public record Byline(List<Name> authors, String others) {
    public Byline {
      authors = List.copyOf(authors);
    }
  }

  public List<Name> authors() {
    return byline.authors();
  }

  public String others() {
    return byline.others();
  }

  /**
   * An author.
   *
   * @param followed whether the reader asked for them by name
   * @param separator what stands behind the name
   */
  public record Name(String text, boolean followed, String separator) {}

  /**
   * What is shown of a paper.
   *
   * @param followed the names of authors that the reader asked for
   */
  static MailPaper of(Paper paper, Popularity popularity, Set<String> followed, Messages in) {
    List<String> named = named(paper.authors(), followed);
    int others = paper.authors().size() - named.size();
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      boolean last = i == named.size() - 1;
      boolean beforeLast = i == named.size() - 2 && others == 0;
      names.add(
          new Name(
              named.get(i),
              followed.contains(named.get(i)),
              last ? "" : beforeLast ? " " + in.text("list.and") + " " : ", "));
    }
    Map<String, String> links = new LinkedHashMap<>();
    put(links, in.text("link.pdf"), PaperBlock.address(paper.links().pdf()));
    put(
        links,
        popularity.stars() == 0
            ? in.text("link.code")
            : in.text("link.code.stars", popularity.stars()),
        PaperBlock.address(paper.links().code()));
    put(
        links,
        in.text("link.discussion", popularity.comments()),
        popularity.comments() == 0 ? null : discussion(paper.id()));
    return new MailPaper(
        URLEncoder.encode(paper.id().value(), StandardCharsets.UTF_8),
        PaperBlock.title(paper),
        paper.language(),
        new Byline(names, others == 0 ? "" : " " + in.text("list.more", others)),
        origin(paper),
        PaperBlock.address(paper.links().page()),
        links);
  }

  private static String origin(Paper paper) {
    String organization = Excerpt.ofWords(OneLine.of(paper.shownOrganization()), ORGANIZATION);
    return organization.isEmpty()
        ? String.join(", ", paper.categories().stream().limit(CATEGORIES).map(OneLine::of).toList())
        : organization;
  }

  /** The authors without marks, and where it is from; possibly empty. */
  String authorsText() {
    StringBuilder text = new StringBuilder();
    authors().forEach(name -> text.append(name.text()).append(name.separator()));
    text.append(others());
    if (!text.isEmpty() && !origin.isEmpty()) {
      text.append(" · ");
    }
    return text.append(origin).toString();
  }

  private static void put(Map<String, String> links, String label, @Nullable String address) {
    if (address != null) {
      links.put(label, address);
    }
  }

  /** Comments are counted at Hugging Face, which has a page for each arXiv id. */
  private static @Nullable String discussion(PaperId id) {
    return id.arxiv().isPresent() ? "https://huggingface.co/papers/" + id.value() : null;
  }

  /** Followed ones first that stand behind the third; four are named where there are four. */
  private static List<String> named(List<Author> authors, Set<String> followed) {
    int first = authors.size() <= AUTHORS_BY_NAME + 1 ? authors.size() : AUTHORS_BY_NAME;
    Set<String> names = new LinkedHashSet<>();
    authors.stream()
        .skip(first)
        .map(PaperBlock::name)
        .filter(followed::contains)
        .limit(MOST_FOLLOWED)
        .forEach(names::add);
    int left = Math.max(names.isEmpty() ? first : 1, first - names.size());
    authors.stream().limit(left).map(PaperBlock::name).forEach(names::add);
    return List.copyOf(names);
  }
}
