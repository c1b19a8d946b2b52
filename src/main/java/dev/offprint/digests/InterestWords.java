package dev.offprint.digests;

import dev.offprint.search.Clause;
import dev.offprint.search.InterestParser;
import dev.offprint.search.InterestParser.Stated;
import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An interest as one says it: the signs of the query language become words. */
final class InterestWords {
  private static final int LONGEST = 120;

  /** What is none of the signs of the language is shown as it was written. */
  private static final Pattern SIGNS =
      Pattern.compile("[\"“”„‟«»]|(?<!\\w)-\\w|\\b(?:OR|NOT)\\b|(?i:\\b(?:author|cat|title):)");

  private InterestWords() {}

  /** Such as {@code graph networks by Ada Lovelace in cs.LG, without survey}. */
  static String of(Interest interest) {
    return heading(interest).text();
  }

  /** The same as the heading of the papers that it brings. */
  static SectionHeading heading(Interest interest) {
    String text = OneLine.of(interest.text());
    if (!SIGNS.matcher(text).find()) {
      return new SectionHeading("", Excerpt.ofWords(text, LONGEST), "");
    }
    List<Stated> stated = InterestParser.stated(text);
    List<Stated> wanted = stated.stream().filter(each -> !each.excluded()).toList();
    String without =
        stated.stream()
            .filter(Stated::excluded)
            .map(each -> each.clause().spelling())
            .collect(Collectors.joining(", "));
    String after = without.isEmpty() ? "" : Excerpt.ofWords(", without " + without, LONGEST);
    if (wanted.size() == 1) {
      switch (wanted.getFirst().clause()) {
        case Clause.Author author -> {
          return new SectionHeading("New from", author.spelling(), after);
        }
        case Clause.Category category -> {
          return new SectionHeading("New in", category.spelling(), after);
        }
        case Clause.Word _, Clause.Phrase _ -> {}
      }
    }
    String name =
        wanted.stream()
            .collect(Collectors.groupingBy(Stated::alternative, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(InterestWords::alternative)
            .collect(Collectors.joining(" or "));
    return new SectionHeading("", Excerpt.ofWords(name.isEmpty() ? text : name, LONGEST), after);
  }

  private static String alternative(List<Stated> clauses) {
    return clauses.stream()
        .map(
            each ->
                switch (each.clause()) {
                  case Clause.Author author -> "by " + author.spelling();
                  case Clause.Category category -> "in " + category.spelling();
                  case Clause.Phrase phrase ->
                      phrase.spelling() + (phrase.inTitle() ? " in the title" : "");
                  case Clause.Word word -> word.spelling();
                })
        .collect(Collectors.joining(" "));
  }
}
