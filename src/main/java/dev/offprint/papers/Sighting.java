package dev.offprint.papers;

import java.time.Instant;
import java.util.Map;

/**
 * One paper as one source showed it at one instant.
 *
 * @param source the source's name, such as {@code huggingface}
 * @param signals what the source counted; empty when it counts nothing
 */
public record Sighting(
    Paper paper, String source, Map<Signal.Kind, Integer> signals, Instant observedAt) {
  public Sighting {
    signals = Map.copyOf(signals);
  }
}
