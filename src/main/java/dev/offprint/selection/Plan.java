package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.Set;

/** What one subscriber is to get on one day. */
public sealed interface Plan {

  /**
   * An edition.
   *
   * @param chosen the papers in their order; at least one
   * @param considered how many papers were announced from the day of the oldest one chosen on
   * @param own the reader's own interests that papers were sought for, in their order
   * @param silent the interests for which there was no paper that the reader had not been sent
   */
  record Papers(List<ChosenPaper> chosen, int considered, List<Interest> own, Set<Interest> silent)
      implements Plan {
    public Papers {
      chosen = List.copyOf(chosen);
      own = List.copyOf(own);
      silent = Set.copyOf(silent);
    }
  }

  /**
   * No edition.
   *
   * @param why in words for the operator and the subscriber, such as "no new papers in the last 8
   *     days"
   */
  record Nothing(String why) implements Plan {}
}
