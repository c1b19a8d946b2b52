package dev.offprint.digests;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.search.Clause;
import dev.offprint.search.InterestParser;
import dev.offprint.search.PersonName;
import dev.offprint.selection.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The authors of a paper whom the reader asked for by name. */
final class FollowedAuthors {
  private FollowedAuthors() {}

  /** Their names as the paper has them; empty when no name was asked for. */
  static Set<String> of(Paper paper, Reason reason) {
    List<PersonName> asked =
        reason instanceof Reason.Matched matched ? names(matched.interest().text()) : List.of();
    if (asked.isEmpty()) {
      return Set.of();
    }
    return paper.authors().stream()
        .map(Author::name)
        .filter(
            name -> {
              PersonName author = PersonName.of(name);
              return asked.stream().anyMatch(each -> each.names(author));
            })
        .map(OneLine::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<PersonName> names(String interest) {
    if (!interest.regionMatches(true, 0, "author:", 0, 7)
        && !interest.toLowerCase(java.util.Locale.ROOT).contains("author:")) {
      return List.of();
    }
    return InterestParser.stated(interest).stream()
        .filter(each -> !each.excluded())
        .map(InterestParser.Stated::clause)
        .filter(Clause.Author.class::isInstance)
        .map(clause -> ((Clause.Author) clause).name())
        .toList();
  }
}
