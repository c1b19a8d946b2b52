package dev.offprint.cli.console;

import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Papers as the terminal shows them. */
public final class PaperText {
  private static final int FIRST_AUTHORS = 3;
  private static final int ABSTRACT_LINES = 3;
  private static final String INDENT = "    ";

  private PaperText() {}

  /** A numbered list, best first. */
  public static String list(List<Candidate> candidates, boolean withAbstract) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < candidates.size(); i++) {
      text.append(i > 0 && withAbstract ? "\n" : "");
      append(text, i + 1, candidates.get(i), withAbstract);
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, int place, Candidate candidate, boolean withAbstract) {
    Paper paper = candidate.paper();
    text.append(head(place, paper.shownTitle()));
    String byline = authors(paper.authors());
    if (!byline.isEmpty()) {
      text.append(indented(Text.wrap(byline, Text.WIDTH - INDENT.length(), 1)));
    }
    text.append(INDENT)
        .append(paper.id())
        .append(", ")
        .append(paper.dates().announced())
        .append(candidate.popularity().upvotes() > 0 ? ", " + votes(candidate) : "")
        .append('\n');
    String abstractText = withAbstract ? paper.shownAbstract() : "";
    if (!abstractText.isEmpty()) {
      text.append(indented(Text.wrap(abstractText, Text.WIDTH - INDENT.length(), ABSTRACT_LINES)));
    }
  }

  /** A numbered title, its further lines below its first. */
  public static String head(int place, String title) {
    return String.format(
        Locale.ROOT,
        "%2d. %s\n",
        place,
        String.join("\n" + INDENT, Text.wrap(title, Text.WIDTH - INDENT.length(), 2)));
  }

  public static String indented(List<String> lines) {
    return lines.stream().map(line -> INDENT + line + "\n").collect(Collectors.joining());
  }

  /** The first three, "and 12 more". */
  static String authors(List<Author> authors) {
    String first =
        authors.stream().limit(FIRST_AUTHORS).map(Author::name).collect(Collectors.joining(", "));
    int more = authors.size() - FIRST_AUTHORS;
    return more > 0 ? String.format(Locale.ROOT, "%s and %,d more", first, more) : first;
  }

  private static String votes(Candidate candidate) {
    return Text.count(candidate.popularity().upvotes(), "upvote");
  }
}
