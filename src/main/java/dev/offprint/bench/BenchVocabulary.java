package dev.offprint.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * As many words as a large collection of abstracts has, drawn as in one: the word at place r in
 * proportion to 1/r (Zipf's law with exponent 1). The first are those that are in every English
 * text.
 */
final class BenchVocabulary {
  private static final int SIZE = 30_000;
  private static final List<String> COMMON =
      List.of(
          "the of and a in to is for we that with on by as this are from our which can be it an"
              .split(" "));
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private final List<String> words = new ArrayList<>(COMMON);
  private final double[] cumulative = new double[SIZE];

  /**
   * @param next the words after the most common ones; the rest are made up
   */
  BenchVocabulary(List<String> next) {
    words.addAll(next);
    for (int number = 0; words.size() < SIZE; number++) {
      words.add(madeUp(number));
    }
    double sum = 0;
    for (int place = 0; place < SIZE; place++) {
      sum += 1.0 / (place + 1);
      cumulative[place] = sum;
    }
  }

  String word(SplittableRandom random) {
    double at = random.nextDouble(cumulative[SIZE - 1]);
    int found = Arrays.binarySearch(cumulative, at);
    return words.get(found >= 0 ? found : -found - 1);
  }

  /** Syllables of two letters and a last consonant, other ones for each number. */
  private static String madeUp(int number) {
    StringBuilder word = new StringBuilder();
    int rest = number;
    for (int syllable = 0; syllable < 3; syllable++) {
      word.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
      rest /= CONSONANTS.length();
      word.append(VOWELS.charAt(rest % VOWELS.length()));
      rest /= VOWELS.length();
    }
    return word.append('n').toString();
  }
}
