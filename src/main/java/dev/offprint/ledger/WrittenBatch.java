package dev.offprint.ledger;

import dev.offprint.digests.Edition;
import java.util.List;
import java.util.Set;

/**
 * What was written down of a {@link PlannedBatch}.
 *
 * @param subscribers who gained a row
 * @param claimed the editions that are claimed for the node that asked for it, and need not be read
 * @param revision of the papers; while it is the same, what is claimed has the papers it names
 */
public record WrittenBatch(Set<Long> subscribers, List<Claimed> claimed, long revision) {

  /** An edition as it was written, claimed. */
  public record Claimed(Delivery delivery, Edition edition) {}
}
