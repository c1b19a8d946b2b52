package dev.offprint.digests;

import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.List;

/**
 * One subscriber's digest for one day.
 *
 * @param papers in the order in which they are shown; at least one
 */
public record Edition(Subscriber subscriber, LocalDate day, List<ChosenPaper> papers) {
  public Edition {
    papers = List.copyOf(papers);
  }

  /** Whether it is its subscriber's only one in the week that ends with its day. */
  boolean isWeekly() {
    return subscriber.preferences().timing().isWeekly();
  }
}
