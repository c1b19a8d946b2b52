package dev.offprint.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: a mail to one subscriber and what became of it.
 *
 * @param day the edition's day; null for a notice
 * @param progress where it stands
 * @param messageId the Message-ID (RFC 5322, section 3.6.4) with its angle brackets, the same in
 *     every attempt
 */
public record Delivery(
    long id,
    long subscriberId,
    Kind kind,
    @Nullable LocalDate day,
    Progress progress,
    String messageId,
    Planning planning) {

  /**
   * When it was written down, and on what ground.
   *
   * @param lateSources the sources that had not answered by then, and why, in one line; null when
   *     all had
   */
  public record Planning(Instant at, @Nullable String lateSources) {
    public Planning {
      at = at.truncatedTo(ChronoUnit.MICROS); // what the database keeps
    }

    /** With nothing missing. */
    public static Planning at(Instant at) {
      return new Planning(at, null);
    }
  }

  /** The same, with the number of its row. */
  Delivery numbered(long number) {
    return new Delivery(number, subscriberId, kind, day, progress, messageId, planning);
  }

  /** When it was written down. */
  public Instant plannedAt() {
    return planning.at();
  }

  /** What the mail is. */
  public enum Kind {
    EDITION,
    /** Asks a new subscriber to confirm. */
    CONFIRMATION,
    /** Brings a subscriber who asked for it the link to their preferences. */
    LINK,
    /** Brings a subscriber who asked for it the link to all that is kept of them. */
    DATA,
    /** Tells a subscriber that they are to be mailed at another address. */
    MOVE
  }

  /** Where a delivery stands. */
  public enum Status {
    PLANNED,
    SENDING,
    SENT,
    /** Was refused for now; is tried again. */
    DEFERRED,
    FAILED,
    /** Will not be sent, for a reason that is nobody's fault. */
    SKIPPED,
    /** Was sent, and came back. */
    BOUNCED,
    /** Was sent, and its reader called it unwanted. */
    COMPLAINED;

    /** Whether the relay took it, whatever became of it later. */
    public boolean hasLeft() {
      return this == SENT || this == BOUNCED || this == COMPLAINED;
    }
  }

  /**
   * The part that changes.
   *
   * @param reason why it was skipped, deferred or failed or came back, or what the relay answered
   * @param attempts how often it was handed to the relay
   * @param nextAttemptAt when it is tried (again); null while it is sent and once it is settled
   * @param settledAt when it was sent, failed or skipped; null before
   */
  public record Progress(
      Status status,
      @Nullable String reason,
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant settledAt) {}
}
