package dev.offprint.ledger;

import dev.offprint.digests.Edition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What some subscribers are to get on one day.
 *
 * @param editions all of that day
 * @param nothing why the others get nothing, by subscriber
 */
public record PlannedBatch(LocalDate day, List<Edition> editions, Map<Long, String> nothing) {
  public PlannedBatch {
    editions = List.copyOf(editions);
    nothing = Map.copyOf(nothing);
  }
}
