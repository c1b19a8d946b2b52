package dev.offprint.papers;

import java.time.Instant;

/**
 * A dated observation of interest in a paper.
 *
 * @param source the source that counted, such as {@code huggingface}
 * @param value the count at that instant, 0 or more
 */
public record Signal(PaperId paper, String source, Metric kind, int value, Instant observedAt) {

  /** What was counted. */
  public enum Metric {
    UPVOTES,
    COMMENTS,
    STARS
  }
}
