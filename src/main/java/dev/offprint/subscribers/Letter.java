package dev.offprint.subscribers;

/** A mail that is not an edition, which somebody is to be sent for what was asked. */
public record Letter(Kind kind, long subscriberId) {
  /** What it says. */
  public enum Kind {
    /** Asks to confirm. */
    CONFIRMATION,
    /** Asks to confirm, unless they were asked lately. */
    REMINDER,
    /** Brings the link to the preferences. */
    LINK
  }
}
