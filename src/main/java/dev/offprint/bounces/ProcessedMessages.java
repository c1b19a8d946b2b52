package dev.offprint.bounces;

import java.time.Instant;

/** Remembers which messages were processed, by a fingerprint of their bytes, for 90 days. */
public interface ProcessedMessages {
  boolean contains(String fingerprint);

  /** Remembers one; remembering it again is fine. */
  void add(String fingerprint, Instant now);
}
