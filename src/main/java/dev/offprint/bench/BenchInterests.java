package dev.offprint.bench;

import dev.offprint.papers.Paper;
import dev.offprint.subscribers.Interest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Made-up interests: of ten, about six are words of a title, one a phrase of a title, two authors
 * and one a category. The one at place r is drawn in proportion to 1/r (Zipf's law with exponent
 * 1).
 */
final class BenchInterests {
  private static final int FEWEST_WORDS = 2;
  private static final int MOST_WORDS = 4;
  private static final int SHORTEST_WORD = 4;
  private static final Set<String> SAYING_LITTLE =
      Set.of(
          "about", "across", "after", "against", "among", "based", "between", "beyond", "does",
          "during", "from", "have", "into", "over", "than", "that", "their", "them", "these",
          "this", "through", "towards", "under", "using", "what", "when", "where", "which", "with",
          "without");

  private final List<Interest> lines;
  private final double[] cumulative;

  private BenchInterests(Set<String> lines) {
    this.lines = lines.stream().map(Interest::new).toList();
    cumulative = new double[this.lines.size()];
    double sum = 0;
    for (int rank = 0; rank < cumulative.length; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
  }

  /**
   * Makes interests.
   *
   * @param wanted how many different ones; fewer when the papers do not have so many
   */
  static BenchInterests of(List<Paper> papers, int wanted, SplittableRandom random) {
    Set<String> lines = new LinkedHashSet<>();
    for (long tries = 0; lines.size() < wanted && tries < 20L * wanted; tries++) {
      line(papers.get(random.nextInt(papers.size())), random).ifPresent(lines::add);
    }
    return new BenchInterests(lines);
  }

  private static Optional<String> line(Paper paper, SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> one(paper.categories(), random).map(category -> "cat:" + category);
      case 1, 2 ->
          one(paper.authors(), random)
              .map(author -> "author:\"" + author.name().replace('"', ' ') + '"');
      case 3 -> words(paper, random).map(words -> '"' + words + '"');
      default -> words(paper, random);
    };
  }

  private static <T> Optional<T> one(List<T> all, SplittableRandom random) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /** Two to four words that stand one after the other in the title and all say something. */
  private static Optional<String> words(Paper paper, SplittableRandom random) {
    List<String> words =
        Arrays.asList(
            paper.shownTitle().replaceAll("[^\\p{L}\\p{N}\\s-]", " | ").strip().split("\\s+"));
    int count = random.nextInt(FEWEST_WORDS, MOST_WORDS + 1);
    int from = random.nextInt(words.size());
    List<String> run = words.subList(from, Math.min(from + count, words.size()));
    return run.size() >= FEWEST_WORDS && run.stream().allMatch(BenchInterests::saysSomething)
        ? Optional.of(String.join(" ", run))
        : Optional.empty();
  }

  private static boolean saysSomething(String word) {
    return word.length() >= SHORTEST_WORD
        && !word.startsWith("-")
        && !SAYING_LITTLE.contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  /** Every interest, the most popular first. */
  List<Interest> all() {
    return lines;
  }

  /** Different interests, drawn by their popularity. */
  List<Interest> draw(int count, SplittableRandom random) {
    Set<Interest> drawn = new LinkedHashSet<>();
    for (int tries = 0; drawn.size() < count && tries < 100 * count; tries++) {
      double at = random.nextDouble(cumulative[cumulative.length - 1]);
      int found = Arrays.binarySearch(cumulative, at);
      drawn.add(lines.get(found >= 0 ? found : -found - 1));
    }
    return new ArrayList<>(drawn);
  }
}
