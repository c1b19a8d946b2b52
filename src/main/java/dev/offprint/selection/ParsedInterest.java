package dev.offprint.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an interest asks for: a paper that holds what one of the alternatives asks for, and nothing
 * that is excluded.
 *
 * @param alternatives empty when there is nothing to look for; then no paper matches
 * @param exclusions of the whole interest, whichever alternative they were written in
 */
record ParsedInterest(List<Alternative> alternatives, List<Clause> exclusions) {
  ParsedInterest {
    alternatives = List.copyOf(alternatives);
    exclusions = List.copyOf(exclusions);
  }

  /**
   * What stands between two {@code OR}s.
   *
   * @param words in the order they were written, common ones among them
   * @param required all of these must stand in the paper
   */
  record Alternative(List<Clause.Word> words, List<Clause> required) {
    Alternative {
      words = List.copyOf(words);
      required = List.copyOf(required);
    }

    /** The words that must stand in the paper, or most of them; each once. */
    List<Clause.Word> contentWords() {
      List<List<String>> seen = new ArrayList<>();
      return words.stream()
          .filter(word -> !word.isCommon())
          .filter(word -> !seen.contains(word.stems()) && seen.add(word.stems()))
          .toList();
    }

    /** Whether there is anything to look for. */
    boolean asksForSomething() {
      return !required.isEmpty() || !contentWords().isEmpty();
    }

    /**
     * How many of the content words must stand in a paper: all of up to three, then all but one of
     * up to five and two of six, and half of a longer text, of which no paper holds every word.
     */
    static int minimum(int contentWords) {
      if (contentWords <= 3) {
        return contentWords;
      }
      return contentWords <= 6 ? Math.min(contentWords - 1, 4) : (contentWords + 1) / 2;
    }

    /** The words one after the other, if they are few enough to be meant as one expression. */
    Optional<Clause.Phrase> asPhrase() {
      if (words.size() < 2 || words.size() > LONGEST_EXPRESSION) {
        return Optional.empty();
      }
      return Optional.of(
          new Clause.Phrase(
              String.join(" ", words.stream().map(Clause.Word::spelling).toList()),
              words.stream().flatMap(word -> word.stems().stream()).toList(),
              false));
    }

    private static final int LONGEST_EXPRESSION = 6;
  }
}
