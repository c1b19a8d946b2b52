package dev.offprint.ledger;

import dev.offprint.subscribers.Standings;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Deleting what the ledger is no longer to tell of. Every method is one transaction. */
public interface RetentionStore {
  /**
   * Deletes a portion of the deliveries that were settled before an instant, with their papers: of
   * editions only those of days before it, of notices all. What is not settled stays.
   *
   * @return how many; to be called again until there are none
   */
  int forget(Instant before);

  /**
   * Adds the deliveries of some subscribers, who are about to be deleted with all that is kept of
   * them, to the counts of those that are forgotten.
   *
   * @return what each was sent; who was sent nothing is left out
   */
  Map<Long, Standings.Sent> countForgotten(Collection<Long> subscriberIds);
}
