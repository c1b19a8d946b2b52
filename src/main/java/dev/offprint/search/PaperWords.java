package dev.offprint.search;

import dev.offprint.papers.Paper;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands in one paper, in the terms of the index, so that a reason can be checked against the
 * paper itself.
 */
public final class PaperWords {
  private final List<String> title;
  private final List<String> abstractText;
  private final Set<String> stems;
  private final List<PersonName> authors;
  private final List<String> categories;

  public PaperWords(Paper paper) {
    title = EnglishText.stems(paper.shownTitle());
    abstractText = EnglishText.stems(paper.shownAbstract());
    stems = new HashSet<>(title);
    stems.addAll(abstractText);
    authors = paper.authors().stream().map(author -> PersonName.of(author.name())).toList();
    categories = paper.categories();
  }

  /** The stems of the title, in order. */
  List<String> title() {
    return title;
  }

  /** The stems of the abstract, in order. */
  List<String> abstractText() {
    return abstractText;
  }

  /** Whether it has this stem, wherever it stands. */
  boolean has(String stem) {
    return stems.contains(stem);
  }

  /** Whether it has all of these, wherever they stand. */
  public boolean hasAll(List<String> wanted) {
    return stems.containsAll(wanted);
  }

  boolean hold(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> textHolds(word.stems());
      case Clause.Phrase phrase ->
          phrase.inTitle()
              ? Collections.indexOfSubList(title, phrase.stems()) >= 0
              : textHolds(phrase.stems());
      case Clause.Author author -> authors.stream().anyMatch(author.name()::names);
      case Clause.Category category -> categories.stream().anyMatch(category::includes);
    };
  }

  private boolean textHolds(List<String> phrase) {
    return stems.containsAll(phrase)
        && (phrase.size() == 1
            || Collections.indexOfSubList(title, phrase) >= 0
            || Collections.indexOfSubList(abstractText, phrase) >= 0);
  }
}
