package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message that came back reports.
 *
 * @param recipients the addresses that it names, none of them twice; those that failed, are delayed
 *     or complained, as the kind says
 * @param returned what is left of the mail that it is about
 * @param deliveredTo the addresses the message itself was delivered to: {@code X-Original-To},
 *     {@code Delivered-To} and {@code To}, in this order
 * @param messageId the Message-ID of the message itself, if it has one
 * @param diagnostic why it failed, on one line of at most 300 characters, where it names nobody
 * @param automatic whether a mail system wrote it, by its form, its author or its null reverse-path
 *     (RFC 5321, section 4.5.5), and not only by its words
 */
public record Reading(
    ReportType kind,
    List<FailedRecipient> recipients,
    Returned returned,
    List<EmailAddress> deliveredTo,
    @Nullable String messageId,
    String diagnostic,
    boolean automatic) {
  public Reading {
    recipients = List.copyOf(recipients);
    deliveredTo = List.copyOf(deliveredTo);
  }

  /** What kind of message it is. */
  public enum ReportType {
    /** At least one address cannot be delivered to, now or later. */
    HARD_BOUNCE,
    /** It was not delivered for a reason that may pass. */
    SOFT_BOUNCE,
    /** The mail, its sender or the sender's network was refused, whoever it was for. */
    REFUSAL,
    /** Is still being tried (RFC 3464, section 2.3.3: {@code delayed}). */
    DELAY,
    /** A reader called the mail unwanted (RFC 5965). */
    COMPLAINT,
    /** Somebody is away, or a program answered (RFC 3834). */
    AUTOMATIC_REPLY,
    /** None of these. */
    OTHER
  }

  /**
   * The mail that came back, as far as it is in the message.
   *
   * @param messageId its Message-ID with angle brackets
   * @param recipient the one address in its {@code To}; null when there are none or several
   * @param tokens what stands between the {@code +} and the {@code @} of the addresses that it left
   *     under and came back to, where it is a token: 32 hexadecimal digits in lower case
   */
  public record Returned(
      @Nullable String messageId, @Nullable EmailAddress recipient, List<String> tokens) {
    public Returned {
      tokens = List.copyOf(tokens);
    }
  }
}
