package dev.offprint.digests;

import dev.offprint.papers.Paper;
import dev.offprint.search.Clause;
import dev.offprint.search.InterestParser;
import dev.offprint.search.PersonName;
import dev.offprint.selection.Reason;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The authors of a paper whom the reader asked for by name. */
final class FollowedAuthors {
  private static final Pattern BY_NAME = Pattern.compile("author:", Pattern.CASE_INSENSITIVE);

  private FollowedAuthors() {}

  /** The text of the interest that asks for authors by name; empty when none does. */
  static String asked(Reason reason) {
    String text = reason instanceof Reason.Matched matched ? matched.interest().text() : "";
    return BY_NAME.matcher(text).find() ? text : "";
  }

  /**
   * Their names as a mail shows them, see {@link PaperBlock#name}; possibly none.
   *
   * @param asked the text of an interest, or nothing
   */
  static Set<String> of(Paper paper, String asked) {
    List<PersonName> names =
        InterestParser.stated(asked).stream()
            .filter(each -> !each.excluded())
            .map(InterestParser.Stated::clause)
            .filter(Clause.Author.class::isInstance)
            .map(clause -> ((Clause.Author) clause).name())
            .toList();
    if (names.isEmpty()) {
      return Set.of();
    }
    return paper.authors().stream()
        .filter(
            author -> {
              PersonName name = PersonName.of(author.name());
              return names.stream().anyMatch(each -> each.names(name));
            })
        .map(PaperBlock::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
