package dev.offprint.selection;

import dev.offprint.selection.ParsedInterest.Alternative;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which pieces of an interest stand in a paper. */
final class MatchedWords {
  private MatchedWords() {}

  /**
   * The pieces, as the interest spells them, of every alternative that the paper satisfies; words
   * that stand next to each other as in the interest are one piece. Empty when the paper does not
   * match.
   */
  static List<String> of(ParsedInterest interest, PaperWords paper) {
    Set<String> found = new LinkedHashSet<>();
    if (interest.exclusions().stream().noneMatch(paper::hold)) {
      for (Alternative alternative : interest.alternatives()) {
        found.addAll(of(alternative, paper));
      }
    }
    return List.copyOf(found);
  }

  private static List<String> of(Alternative alternative, PaperWords paper) {
    List<String> words =
        alternative.words().stream().filter(paper::hold).map(Clause.Word::spelling).toList();
    if (words.size() < alternative.minimum()
        || !alternative.required().stream().allMatch(paper::hold)) {
      return List.of();
    }
    List<String> pieces = new ArrayList<>();
    alternative
        .expression()
        .filter(paper::hold)
        .ifPresentOrElse(phrase -> pieces.add(phrase.spelling()), () -> pieces.addAll(words));
    alternative.required().forEach(clause -> pieces.add(clause.spelling()));
    return pieces;
  }
}
