package dev.offprint.smtp;

import java.time.Duration;

/**
 * How long a connection waits; each 1 ms to 24 days.
 *
 * @param connect for the TCP connection
 * @param read for each answer of the relay, the greeting included
 * @param write for the relay to take what was written
 */
record TimeLimits(Duration connect, Duration read, Duration write) {
  /**
   * Five minutes for an answer as RFC 5321, section 4.5.3.2, asks: giving up early on the last one
   * means that the message goes out twice.
   */
  static final TimeLimits USUAL =
      new TimeLimits(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(3));

  /** For somebody who waits at a terminal for no more than one mail. */
  static final TimeLimits SHORT =
      new TimeLimits(Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(10));
}
