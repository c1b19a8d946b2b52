package dev.offprint.selection;

import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Interest;
import java.util.List;

/** Why a paper was chosen. */
public sealed interface Reason {
  /** Whether others were interested in it, and not this reader. */
  default boolean isTrending() {
    return switch (this) {
      case Trending _, TrendingOfWeek _ -> true;
      case Matched _, Close _, Alike _ -> false;
    };
  }

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
   * It is close in meaning to an interest, of whose words it has few.
   *
   * @param interest as the subscriber wrote it
   * @param sentence of the paper, that shows it; empty where none was written down
   */
  record Close(Interest interest, String sentence) implements Reason {}

  /**
   * It resembles a paper of which the subscriber wants more alike.
   *
   * @param title of that paper, as people read it
   */
  record Alike(PaperId paper, String title) implements Reason {}

  /**
   * Many people were interested in it.
   *
   * @param upvotes at the time of choosing
   * @param place among the papers announced on the same day, by upvotes, 1 being the most voted
   * @param today whether that day is the edition's own
   */
  record Trending(int upvotes, int place, boolean today) implements Reason {}

  /**
   * Many people were interested in it, as papers of a week go.
   *
   * @param upvotes at the time of choosing
   * @param place among the papers of the days that the edition draws on, by upvotes, 1 being the
   *     most voted
   */
  record TrendingOfWeek(int upvotes, int place) implements Reason {}
}
