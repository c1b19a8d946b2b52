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

  /** The names that an interest asks for; empty when none does. */
  static List<PersonName> asked(Reason reason) {
    String text = reason instanceof Reason.Matched matched ? matched.interest().text() : "";
    if (!BY_NAME.matcher(text).find()) {
      return List.of();
    }
    return InterestParser.stated(text).stream()
        .filter(each -> !each.excluded())
        .map(InterestParser.Stated::clause)
        .filter(Clause.Author.class::isInstance)
        .map(clause -> ((Clause.Author) clause).name())
        .toList();
  }

  /** Their names as a mail shows them, see {@link PaperBlock#name}; possibly none. */
  static Set<String> of(Paper paper, List<PersonName> asked) {
    if (asked.isEmpty()) {
      return Set.of();
    }
    return paper.authors().stream()
        .filter(
            author -> {
              PersonName name = PersonName.of(author.name());
              return asked.stream().anyMatch(each -> each.names(name));
            })
        .map(PaperBlock::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
