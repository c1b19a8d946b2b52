package dev.offprint.search;

import dev.offprint.search.ParsedInterest.Alternative;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which pieces of an interest stand in a paper and say something about it. */
public final class MatchedWords {
  // Of an alternative of which less is there, its words do not prove that it is meant.
  private static final double HALF = 0.5;
  private static final int FEW = 2;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private MatchedWords() {}

  /**
   * The pieces, as the interest spells them, of every alternative that the paper has at least half
   * of; words that stand side by side as in the interest are one piece. What nearly every paper has
   * is left out. Empty when the paper does not match by its words.
   *
   * @param line the interest as it was written
   */
  public static List<String> of(String line, ParsedInterest interest, PaperWords paper) {
    Set<String> found = new LinkedHashSet<>();
    if (interest.exclusions().stream().noneMatch(paper::hold)) {
      for (Alternative alternative : interest.alternatives()) {
        found.addAll(of(line, alternative, paper));
      }
    }
    return List.copyOf(found);
  }

  private static List<String> of(String line, Alternative alternative, PaperWords paper) {
    List<String> stems = alternative.stems();
    boolean few = stems.size() <= FEW;
    List<Clause.Word> words =
        alternative.words().stream().flatMap(word -> parts(word, paper)).toList();
    List<Clause.Word> telling =
        words.stream().filter(word -> few || Background.weight(word.stems()) > 0).toList();
    List<Clause.Word> held = telling.stream().filter(paper::hold).toList();
    boolean enough =
        (few && !telling.isEmpty())
            ? held.size() == telling.size()
            : Background.weight(stems.stream().filter(paper::has).toList())
                >= HALF * Background.weight(stems);
    if (!enough || !alternative.required().stream().allMatch(paper::hold)) {
      return List.of();
    }
    List<String> pieces = new ArrayList<>(sideBySide(line, words, held, paper));
    alternative.required().forEach(clause -> pieces.add(clause.spelling()));
    return pieces;
  }

  /** A word with hyphens, where the paper has its parts apart, is these parts. */
  private static Stream<Clause.Word> parts(Clause.Word word, PaperWords paper) {
    String[] parts = NO_WORD.split(word.spelling(), -1);
    return paper.hold(word) || parts.length != word.stems().size()
        ? Stream.of(word)
        : IntStream.range(0, parts.length)
            .mapToObj(i -> new Clause.Word(parts[i], List.of(word.stems().get(i))));
  }

  private static List<String> sideBySide(
      String line, List<Clause.Word> words, List<Clause.Word> held, PaperWords paper) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < held.size(); ) {
      Clause.Phrase piece = phrase(held.subList(from, from + 1));
      int to = from + 1;
      // As far as the interest has them one after the other, and the paper too.
      while (to < held.size()
          && words.indexOf(held.get(to)) == words.indexOf(held.get(to - 1)) + 1
          && line.contains(phrase(held.subList(from, to + 1)).spelling())
          && paper.hold(phrase(held.subList(from, to + 1)))) {
        to++;
        piece = phrase(held.subList(from, to));
      }
      pieces.add(piece.spelling());
      from = to;
    }
    return pieces;
  }

  private static Clause.Phrase phrase(List<Clause.Word> words) {
    return new Clause.Phrase(
        String.join(" ", words.stream().map(Clause.Word::spelling).toList()),
        words.stream().flatMap(word -> word.stems().stream()).toList(),
        false);
  }
}
