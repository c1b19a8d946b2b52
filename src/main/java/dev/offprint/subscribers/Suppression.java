package dev.offprint.subscribers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An address that must not be mailed, and why.
 *
 * @param reason in words, on one line of at most 400 characters; longer ones are cut
 * @param since when it was written down
 */
public record Suppression(EmailAddress address, Origin origin, String reason, Instant since) {
  private static final int MAX_REASON = 400;

  public Suppression {
    String line = reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    reason = line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON - 1) + "…";
    since = since.truncatedTo(ChronoUnit.MICROS); // what the database keeps
  }

  /** Whether the address must not be mailed whoever asks; who left may come back. */
  public boolean bars() {
    return origin != Origin.UNSUBSCRIBE;
  }

  /** Whether mails to the address came back; what was wrong with its mailbox may be put right. */
  public boolean cameBack() {
    return origin == Origin.HARD_BOUNCE || origin == Origin.SOFT_BOUNCES;
  }

  /** What an address was suppressed by. */
  public enum Origin {
    /** The address cannot be delivered to. */
    HARD_BOUNCE,
    /** It could not be reached on several editions' days in a row. */
    SOFT_BOUNCES,
    COMPLAINT,
    /** Whoever runs this installation said so. */
    OPERATOR,
    /** Its reader left. Coming back lifts it, and it gives way to every other origin. */
    UNSUBSCRIBE
  }
}
