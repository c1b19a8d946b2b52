package dev.offprint.bounces;

import java.io.IOException;

/** A message is larger than any answer to a mail of ours. */
final class MessageTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  MessageTooLarge() {
    super("it is too large to be a report");
  }
}
