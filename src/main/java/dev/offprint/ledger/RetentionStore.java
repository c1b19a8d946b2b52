package dev.offprint.ledger;

import java.time.Instant;

/** Deleting what the ledger is no longer to tell of. Every method is one transaction. */
public interface RetentionStore {
  /**
   * Deletes a portion of the deliveries that were settled before an instant, with their papers: of
   * editions only those of days before it, of notices all. What is not settled stays.
   *
   * @return how many; to be called again until there are none
   */
  int forget(Instant before);
}
