package dev.offprint.selection;

import java.util.List;

/** What one subscriber is to get on one day. */
public sealed interface Plan {

  /** An edition with these papers, in this order; at least one. */
  record Papers(List<ChosenPaper> chosen) implements Plan {
    public Papers {
      chosen = List.copyOf(chosen);
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
