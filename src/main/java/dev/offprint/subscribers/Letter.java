package dev.offprint.subscribers;

/** A mail that is not an edition, which somebody is to be sent for what was asked. */
public record Letter(Purpose kind, long subscriberId) {
  /** What it says. */
  public enum Purpose {
    /** Asks to confirm. */
    CONFIRMATION,
    /** Brings the link to the preferences. */
    LINK,
    /** Brings the link to all that is kept of them, which holds for a short time. */
    DATA,
    /** Tells that another address was asked for. */
    MOVE
  }
}
