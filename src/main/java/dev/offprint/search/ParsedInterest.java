package dev.offprint.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an interest asks for: a paper that holds what one of the alternatives asks for, and nothing
 * that is excluded.
 *
 * @param alternatives empty when there is nothing to look for; then no paper matches
 * @param exclusions of the whole interest, whichever alternative they were written in
 * @param subject the words and phrases that are looked for, common ones too, as they were written
 */
public record ParsedInterest(
    List<Alternative> alternatives, List<Clause> exclusions, String subject) {
  public ParsedInterest {
    alternatives = List.copyOf(alternatives);
    exclusions = List.copyOf(exclusions);
  }

  /** Whether it is nothing but words. */
  public boolean isPlain() {
    return exclusions.isEmpty()
        && alternatives.size() <= 1
        && alternatives.stream().allMatch(alternative -> alternative.required().isEmpty());
  }

  /**
   * What stands between two {@code OR}s.
   *
   * @param words those that say something, each once, in the order written
   * @param expression all the words one after the other, common ones too, if they are few enough to
   *     be meant so; a paper that holds it is a better match
   * @param required all of these must stand in the paper
   * @param subject the words and phrases, common ones too, as they were written
   */
  public record Alternative(
      List<Clause.Word> words,
      Optional<Clause.Phrase> expression,
      List<Clause> required,
      String subject) {
    private static final int LONGEST_EXPRESSION = 6;

    static Alternative of(List<Clause.Word> written, List<Clause> required, String subject) {
      Map<List<String>, Clause.Word> content = new LinkedHashMap<>();
      written.stream()
          .filter(word -> !word.isCommon())
          .forEach(word -> content.putIfAbsent(word.stems(), word));
      Optional<Clause.Phrase> expression =
          written.size() < 2 || written.size() > LONGEST_EXPRESSION || content.isEmpty()
              ? Optional.empty()
              : Optional.of(expression(written));
      return new Alternative(
          List.copyOf(content.values()), expression, List.copyOf(required), subject);
    }

    private static Clause.Phrase expression(List<Clause.Word> written) {
      return new Clause.Phrase(
          String.join(" ", written.stream().map(Clause.Word::spelling).toList()),
          written.stream().flatMap(word -> word.stems().stream()).toList(),
          false);
    }

    /** The same without what its words ask for. */
    Alternative withoutWords() {
      return new Alternative(List.of(), Optional.empty(), required, "");
    }

    /** The stems of the words, each once, in the order written. */
    public List<String> stems() {
      return words.stream().flatMap(word -> word.stems().stream()).distinct().toList();
    }

    /** Whether its words alone say what papers are to be about, so that their meaning counts. */
    public boolean isInWords() {
      return !words.isEmpty() && required.stream().allMatch(Clause.Category.class::isInstance);
    }

    /** Whether there is anything to look for. */
    public boolean asksForSomething() {
      return !required.isEmpty() || !words.isEmpty();
    }

    /**
     * How many of the words must stand in a paper that a search finds: all of up to three, all but
     * one of four or five, four of six, and half of a longer text, of which no paper holds every
     * word.
     */
    public int minimum() {
      int count = words.size();
      if (count <= 3) {
        return count;
      }
      return count <= 6 ? Math.min(count - 1, 4) : (count + 1) / 2;
    }
  }
}
