package dev.offprint.interests;

import dev.offprint.search.BackgroundWords;
import dev.offprint.search.EnglishText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a word that hardly any paper has was probably meant to be. */
final class Spelling {
  private static final int SHORTEST = 6;

  /** A word of so many letters may have two mistakes. */
  private static final int LONG = 11;

  /** So many times as many papers have the best of several words, or else nothing is offered. */
  private static final int CLEARLY = 4;

  /** Fewer papers have a word that may itself be the odd one, unless it is long. */
  private static final int USUAL = 20;

  private static final Pattern WORD = Pattern.compile("\\p{Lu}?[\\p{Ll}\\p{M}]+");

  private final BackgroundWords words;

  Spelling(BackgroundWords words) {
    this.words = words;
  }

  /**
   * The word that is nearest to this one.
   *
   * @return empty when the word is usual, short, no plain word, or might be several
   */
  Optional<String> correction(String written) {
    String word = BackgroundWords.plain(written);
    if (word.length() < SHORTEST
        || word.length() > 24
        || !WORD.matcher(written).matches()
        || words.frequency(word) > 0) {
      return Optional.empty();
    }
    Optional<String> near = nearest(word, 1);
    return near.isEmpty() && word.length() >= LONG ? nearest(word, 2) : near;
  }

  private Optional<String> nearest(String word, int most) {
    String best = "";
    int highest = 0;
    int second = 0;
    for (Map.Entry<String, Integer> known : words.frequencies().entrySet()) {
      String other = known.getKey();
      int count = known.getValue();
      // People rarely mistake the first letter, and what differs there is another word.
      if (count > second
          && Math.abs(other.length() - word.length()) <= most
          && other.charAt(0) == word.charAt(0)
          && distance(word, other) <= most) {
        second = Math.max(second, Math.min(count, highest));
        if (count > highest) {
          highest = count;
          best = other;
        }
      }
    }
    boolean sure =
        highest >= (word.length() > LONG ? BackgroundWords.RAREST : USUAL)
            && highest >= CLEARLY * second
            && !isInflection(word, best);
    return sure ? Optional.of(best) : Optional.empty();
  }

  /** Whether papers with the one are found with the other, or the ends alone differ. */
  private static boolean isInflection(String word, String other) {
    int end = Math.min(word.length(), other.length());
    int same = 0;
    while (same < end && word.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same == end
        || (same >= end - 2 && EnglishText.stems(word).equals(EnglishText.stems(other)));
  }

  /** Damerau's distance: letters put in, left out, replaced, or swapped with the next. */
  static int distance(String one, String other) {
    int[][] costs = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, one, i, other, j);
      }
    }
    return costs[one.length()][other.length()];
  }

  private static int cost(int[][] costs, String one, int i, String other, int j) {
    int replaced = costs[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
  }
}
