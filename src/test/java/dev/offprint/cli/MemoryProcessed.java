package dev.offprint.cli;

import dev.offprint.bounces.ProcessedMessages;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Fingerprints in a set. */
final class MemoryProcessed implements ProcessedMessages {
  private final Set<String> fingerprints = new HashSet<>();

  @Override
  public boolean contains(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }

  @Override
  public void add(String fingerprint, Instant now) {
    fingerprints.add(fingerprint);
  }
}
