package dev.offprint.selection;

import dev.offprint.search.Background;
import dev.offprint.search.EnglishText;
import dev.offprint.text.Sentences;
import java.util.Set;

/** Finds the sentence of a paper that says most of what an interest asks for. */
final class NearestSentence {
  private static final int LONGEST = 300;

  private NearestSentence() {}

  /**
   * The sentence in which the words of the interest that stand there tell most, the first of
   * several; of none of them, the title.
   *
   * @param stems of the interest
   * @return at most {@value #LONGEST} characters and an ellipsis
   */
  static String of(Set<String> stems, String title, String abstractText) {
    String best = title;
    double most = weight(stems, title);
    for (String sentence : Sentences.of(abstractText)) {
      double weight = weight(stems, sentence);
      if (weight > most) {
        best = sentence.strip();
        most = weight;
      }
    }
    if (best.length() <= LONGEST) {
      return best;
    }
    return best.substring(0, best.lastIndexOf(' ', LONGEST)) + " …";
  }

  private static double weight(Set<String> stems, String sentence) {
    return Background.weight(
        EnglishText.stems(sentence).stream().filter(stems::contains).distinct().toList());
  }
}
