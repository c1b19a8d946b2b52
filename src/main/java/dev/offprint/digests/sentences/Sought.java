package dev.offprint.digests.sentences;

import dev.offprint.digests.sentences.MarkedText.Mark;
import dev.offprint.search.Background;
import dev.offprint.search.Clause;
import dev.offprint.search.EnglishText;
import dev.offprint.search.EnglishText.Token;
import dev.offprint.search.InterestParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of an interest stands in a paper, to be looked for in its sentences.
 *
 * @param pieces words and phrases as stems, each of at least one
 * @param sentence of the paper, that is close to the interest; empty if none is known
 */
public record Sought(List<List<String>> pieces, String sentence) {
  /** No interest, as for what is trending. */
  public static final Sought NOTHING = new Sought(List.of(), "");

  public Sought {
    pieces = List.copyOf(pieces);
  }

  /**
   * The pieces of an interest that stand in a paper, but for its authors and categories, which its
   * sentences do not tell of.
   *
   * @param line the interest as it was written
   * @param found as the interest spells them, see {@link dev.offprint.search.MatchedWords}
   */
  public static Sought words(String line, List<String> found) {
    Set<String> elsewhere = elsewhere(line);
    return new Sought(
        found.stream()
            .filter(piece -> !elsewhere.contains(piece))
            .map(EnglishText::stems)
            .filter(stems -> !stems.isEmpty())
            .distinct()
            .toList(),
        "");
  }

  private static Set<String> elsewhere(String line) {
    if (line.indexOf(':') < 0) {
      return Set.of();
    }
    return InterestParser.parse(line).alternatives().stream()
        .flatMap(alternative -> alternative.required().stream())
        .filter(clause -> clause instanceof Clause.Author || clause instanceof Clause.Category)
        .map(Clause::spelling)
        .collect(Collectors.toSet());
  }

  /** A sentence of the paper that is close to what the reader means. */
  public static Sought near(String sentence) {
    return new Sought(List.of(), sentence);
  }

  /** Whether a piece stands there, side by side and in its order. */
  static boolean stands(List<String> piece, List<Token> tokens) {
    return !places(piece, tokens).isEmpty();
  }

  /** Each piece where it stands as a whole, else its words that say something. */
  List<Mark> marks(List<Token> tokens) {
    List<Mark> marks = new ArrayList<>();
    for (List<String> piece : pieces) {
      List<Mark> whole = places(piece, tokens);
      marks.addAll(whole);
      if (whole.isEmpty() && piece.size() > 1) {
        piece.stream()
            .filter(stem -> Background.weight(List.of(stem)) > 0)
            .forEach(stem -> marks.addAll(places(List.of(stem), tokens)));
      }
    }
    return apart(marks);
  }

  private static List<Mark> places(List<String> piece, List<Token> tokens) {
    List<Mark> places = new ArrayList<>();
    for (int at = 0; at <= tokens.size() - piece.size(); at++) {
      if (standsAt(at, piece, tokens)) {
        places.add(new Mark(tokens.get(at).from(), tokens.get(at + piece.size() - 1).to()));
      }
    }
    return places;
  }

  private static boolean standsAt(int at, List<String> piece, List<Token> tokens) {
    for (int i = 0; i < piece.size(); i++) {
      if (!tokens.get(at + i).stem().equals(piece.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Mark> apart(List<Mark> marks) {
    List<Mark> apart = new ArrayList<>();
    List<Mark> sorted = new ArrayList<>(marks);
    Collections.sort(sorted, Comparator.comparingInt(Mark::from).thenComparingInt(Mark::to));
    for (Mark mark : sorted) {
      if (!apart.isEmpty() && mark.from() < apart.getLast().to()) {
        Mark last = apart.removeLast();
        apart.add(new Mark(last.from(), Math.max(last.to(), mark.to())));
      } else {
        apart.add(mark);
      }
    }
    return apart;
  }
}
