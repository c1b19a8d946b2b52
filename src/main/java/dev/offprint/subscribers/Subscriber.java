package dev.offprint.subscribers;

import java.time.Instant;

/**
 * One address with its preferences.
 *
 * @param id given by the store
 * @param nextDue when the next edition is due; it only counts while {@code status} is active
 */
public record Subscriber(
    long id,
    EmailAddress address,
    Status status,
    Preferences preferences,
    Instant createdAt,
    Instant nextDue) {

  /** {@code pending → active ⇄ paused → unsubscribed}, or {@code suppressed}. */
  public enum Status {
    /** Has asked, and has not confirmed; is sent nothing but the confirmation mail. */
    PENDING,
    ACTIVE,
    PAUSED,
    UNSUBSCRIBED,
    /** Must not be mailed, because the address bounced or its owner complained. */
    SUPPRESSED
  }
}
