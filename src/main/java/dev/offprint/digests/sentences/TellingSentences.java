package dev.offprint.digests.sentences;

import dev.offprint.search.EnglishText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the sentences of an abstract that a mail shows: those that say what was done or found,
 * and that carry what this reader looks for. Nothing is ever cut.
 */
public final class TellingSentences {
  /** Rather than background, one longer sentence is shown that tells something. */
  private static final int LONGEST = 400;

  private TellingSentences() {}

  /**
   * The sentences, in the order of the abstract. Empty if the abstract is, if all that tells
   * something is too long, or if it only says where code lies.
   *
   * @param most sentences, 1 or 2
   * @param room characters for all of them with a blank between; where nothing that tells something
   *     fits, or nothing with the words that are sought, a single sentence may take up to {@value
   *     #LONGEST}. Ideographs count twice.
   */
  public static List<MarkedText> choose(ReadAbstract read, Sought sought, int most, int room) {
    Choice choice = new Choice(read, sought, room);
    return sets(read.sentences(), most, room).stream()
        .filter(choice::isWorthwhile)
        .max(Comparator.comparingDouble(choice::value))
        .map(set -> shown(set, read.sentences(), sought))
        .orElse(List.of());
  }

  /** A text of any kind as a whole, with the words in it that are sought. */
  public static MarkedText marked(String text, Sought sought) {
    return new MarkedText(text, sought.marks(EnglishText.tokens(text)));
  }

  private static List<int[]> sets(List<ReadSentence> sentences, int most, int room) {
    List<int[]> sets = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      int taken = sentences.get(i).room();
      if (sentences.get(i).tells() == 0 || taken > Math.max(room, LONGEST)) {
        continue;
      }
      sets.add(new int[] {i});
      for (int j = i + 1; j < sentences.size() && most > 1; j++) {
        if (sentences.get(j).tells() > 0 && taken + 1 + sentences.get(j).room() <= room) {
          sets.add(new int[] {i, j});
        }
      }
    }
    return sets;
  }

  private static List<MarkedText> shown(int[] set, List<ReadSentence> sentences, Sought sought) {
    return IntStream.of(set)
        .mapToObj(sentences::get)
        .map(one -> new MarkedText(one.text(), sought.marks(one.tokens())))
        .toList();
  }
}
