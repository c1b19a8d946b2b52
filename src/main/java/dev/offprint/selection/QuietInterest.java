package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import java.util.List;

/**
 * An interest that brings nothing, and what came nearest.
 *
 * @param misses nearest first; empty when nothing came near
 */
public record QuietInterest(Interest interest, List<NearMiss> misses) {
  public QuietInterest {
    misses = List.copyOf(misses);
  }
}
