package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import java.util.List;

/**
 * An interest that brings nothing, and what came nearest.
 *
 * @param misses nearest first, three at most; empty when nothing came near
 * @param inBroad how many papers it would bring if it were broad
 */
public record QuietInterest(Interest interest, List<NearMiss> misses, int inBroad) {
  public QuietInterest {
    misses = List.copyOf(misses);
  }
}
