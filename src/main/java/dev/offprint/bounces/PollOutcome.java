package dev.offprint.bounces;

/** How a look into the mailbox ended. */
public sealed interface PollOutcome {
  /** No mailbox is configured. */
  record Off() implements PollOutcome {}

  /**
   * It was read.
   *
   * @param removed messages whose report was written down and which were then deleted
   * @param left new messages that report nothing, such as somebody's answer; they stay where they
   *     are
   * @param failed messages that could not be read or written down; they stay as well
   */
  record Polled(int removed, int left, int failed) implements PollOutcome {}

  /**
   * It could not be read, or not to its end; what was written down by then is read again next time,
   * which changes nothing.
   *
   * @param why on one line, with what the operator can do
   */
  record Unavailable(String why) implements PollOutcome {}
}
