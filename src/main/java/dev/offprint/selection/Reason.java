package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import java.util.List;

/** Why a paper was chosen. */
public sealed interface Reason {

  /**
   * An interest matched.
   *
   * @param interest as the subscriber wrote it
   * @param words the words, phrases, names or categories of the interest that stand in the paper,
   *     as the interest spells them; at least one
   */
  record Matched(Interest interest, List<String> words) implements Reason {
    public Matched {
      words = List.copyOf(words);
    }
  }

  /**
   * Many people were interested in it.
   *
   * @param upvotes at the time of choosing
   * @param place among the papers announced on the same day, by upvotes, 1 being the most voted
   * @param today whether that day is the edition's own
   */
  record Trending(int upvotes, int place, boolean today) implements Reason {}
}
