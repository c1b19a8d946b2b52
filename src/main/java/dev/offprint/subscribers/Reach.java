package dev.offprint.subscribers;

import java.util.Locale;

/** How far from an interest a paper may be: which of two faults is the lesser one to its reader. */
public enum Reach {
  /** Rather miss a paper than bring one that is beside the point. */
  STRICT,
  /** What suits most. */
  NORMAL,
  /** Rather bring papers beside the point than miss one. */
  BROAD;

  /** As it is written, such as {@code broad}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
