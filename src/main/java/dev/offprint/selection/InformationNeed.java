package dev.offprint.selection;

import dev.offprint.papers.PaperId;
import dev.offprint.search.ParsedInterest;
import dev.offprint.subscribers.Interest;

/** What a subscriber wants papers for. */
sealed interface InformationNeed {
  /** A line they wrote. */
  record Written(Interest interest, ParsedInterest parsed) implements InformationNeed {}

  /** A paper of which they want more alike. */
  record MoreLike(PaperId paper, String title) implements InformationNeed {}
}
