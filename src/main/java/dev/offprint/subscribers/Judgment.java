package dev.offprint.subscribers;

/** What a subscriber says of a paper. */
public enum Judgment {
  /** More papers like this one. */
  MORE,
  /** Fewer papers like this one. */
  LESS
}
