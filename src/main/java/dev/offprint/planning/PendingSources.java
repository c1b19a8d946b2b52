package dev.offprint.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What editions wait for before they are planned: the sources of their papers. */
public interface PendingSources {
  /** How long an edition that is due waits, at most. */
  Duration patience();

  /** Whether an answer is missing that is worth waiting for. */
  boolean isMissing(Instant now);

  /** What is missing for an edition of that day, and why, in one line; null when nothing is. */
  @Nullable String missing(LocalDate day, Instant now);
}
