package dev.offprint.ledger;

import java.util.Set;

/** Writes down what subscribers are to get. */
@FunctionalInterface
public interface PlanWriter {
  /**
   * Writes down a day for many subscribers: editions, due at once, and skipped days.
   *
   * @return the subscribers who gained a row; not those who have one for that day already, and not
   *     those who were sent one of the papers meanwhile, under whatever id
   */
  Set<Long> plan(PlannedBatch plans, Delivery.Planning planning);
}
