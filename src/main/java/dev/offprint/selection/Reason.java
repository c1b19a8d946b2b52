package dev.offprint.selection;

import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a paper was chosen. */
public sealed interface Reason {
  /** Whether others were interested in it, and not this reader. */
  default boolean isTrending() {
    return switch (this) {
      case Trending _, TrendingOfWeek _ -> true;
      case Matched _, Close _, Alike _ -> false;
    };
  }

  /** The name of the group whose interest it is, if it is one. */
  default Optional<String> ofGroup() {
    return switch (this) {
      case Matched matched -> Optional.ofNullable(matched.group());
      case Close close -> Optional.ofNullable(close.group());
      case Alike _, Trending _, TrendingOfWeek _ -> Optional.empty();
    };
  }

  /** The same for an interest of a group, if it is one. */
  default Reason of(@Nullable String group) {
    if (group == null) {
      return this;
    }
    return switch (this) {
      case Matched matched -> new Matched(matched.interest(), matched.words(), group);
      case Close close -> new Close(close.interest(), close.sentence(), group);
      case Alike _, Trending _, TrendingOfWeek _ -> this;
    };
  }

  /**
   * An interest matched.
   *
   * @param interest as the subscriber wrote it
   * @param words the words, phrases, names or categories of the interest that stand in the paper,
   *     as the interest spells them; at least one
   * @param group the name of the group whose interest it is; null when it is the reader's own
   */
  record Matched(Interest interest, List<String> words, @Nullable String group) implements Reason {
    public Matched {
      words = List.copyOf(words);
    }

    /** An interest of the reader's own. */
    public Matched(Interest interest, List<String> words) {
      this(interest, words, null);
    }
  }

  /**
   * It is close in meaning to an interest, of whose words it has few.
   *
   * @param interest as the subscriber wrote it
   * @param sentence of the paper, that shows it; empty where none was written down
   * @param group the name of the group whose interest it is; null when it is the reader's own
   */
  record Close(Interest interest, String sentence, @Nullable String group) implements Reason {
    /** An interest of the reader's own. */
    public Close(Interest interest, String sentence) {
      this(interest, sentence, null);
    }
  }

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
