package dev.offprint.bounces;

import static dev.offprint.bounces.FailureWords.FULL;
import static dev.offprint.bounces.FailureWords.GONE;
import static dev.offprint.bounces.FailureWords.PASSING;
import static dev.offprint.bounces.FailureWords.REJECTED;
import static dev.offprint.bounces.FailureWords.SENDER;
import static dev.offprint.bounces.FailureWords.SUSPENDED;
import static dev.offprint.bounces.FailureWords.UNSURE;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a failure says of its address.
 *
 * <p>The words of the host are believed first, since many hosts put any code before them; then the
 * enhanced status code (RFC 3463), where it says more than its class; then the SMTP reply code (RFC
 * 5321, section 4.2.3). What nobody understands is soft.
 */
public enum Severity {
  /** The address, its domain or its host is gone, and mail to it will never arrive. */
  HARD,
  /** The mailbox or its host takes nothing for now: it is full, suspended, away or too busy. */
  SOFT,
  /** The mail, its sender or the sender's network was refused; the address is as good as before. */
  REFUSED;

  private static final Pattern LINK = Pattern.compile("\\b(https?://|www\\.)\\S{1,400}");

  /**
   * There is no such mailbox (X.1.1) or domain (X.1.2), it cannot be an address (X.1.3), it has
   * moved (X.1.6), the domain takes no mail (X.1.10, RFC 7505), or somebody else has it by now
   * (X.7.17, X.7.18, RFC 7293).
   */
  private static final Set<String> GONE_BY_STATUS =
      Set.of("1.1", "1.2", "1.3", "1.6", "1.10", "7.17", "7.18");

  /** The sender's address (X.1.7, X.1.8), or the size of the mail (X.2.3, X.3.4). */
  private static final Set<String> REFUSED_BY_STATUS = Set.of("1.7", "1.8", "2.3", "3.4");

  /** A mailbox that is there, in a state that has no code (RFC 3463, section 3.3). */
  private static final String MAILBOX = "2.0";

  private static final String DISABLED = "7.13";

  /** Judges what the ledger keeps of a failure, or what a relay answers. */
  static Severity of(String reason) {
    return Codes.of("", reason).severity();
  }

  /** Judges a failure as a whole. */
  static Severity of(@Nullable String status, @Nullable Integer reply, String words) {
    return told(status, reply, words).orElse(SOFT);
  }

  /**
   * Judges by what is understood.
   *
   * @param status as in RFC 3463; null when there is none
   * @param reply the SMTP reply code; null when there is none
   * @param words what the host or the report says
   * @return empty when neither words nor codes say anything of the address, the mail or the host
   */
  static Optional<Severity> told(@Nullable String status, @Nullable Integer reply, String words) {
    String kind = status == null || isVague(status) ? "" : status.substring(2);
    boolean goneByStatus = GONE_BY_STATUS.contains(kind);
    String text = words.toLowerCase(Locale.ROOT);
    return byWords(LINK.matcher(text).replaceAll(" "), kind, goneByStatus)
        .or(() -> goneByStatus && !isPassing(status) ? Optional.of(HARD) : Optional.empty())
        .or(() -> byStatus(kind))
        .or(() -> PASSING.areIn(text) ? Optional.of(SOFT) : Optional.empty())
        .or(() -> REJECTED.areIn(text) ? Optional.of(REFUSED) : byReply(reply))
        // A link alone may name the block list.
        .or(() -> byWords(text, kind, goneByStatus))
        .or(() -> isPassing(status) ? Optional.of(SOFT) : Optional.empty());
  }

  /** Says the class and nothing else (RFC 3463, section 3.1). */
  static boolean isVague(String status) {
    return status.endsWith(".0.0");
  }

  private static boolean isPassing(@Nullable String status) {
    return status != null && status.startsWith("4");
  }

  private static Optional<Severity> byWords(String words, String kind, boolean goneByStatus) {
    boolean refused = FailureWords.REFUSED.areIn(words);
    if (SENDER.areIn(words)) {
      return Optional.of(REFUSED);
    }
    if (FULL.areIn(words)) {
      return Optional.of(SOFT);
    }
    if (SUSPENDED.areIn(words)) {
      return Optional.of(goneByStatus ? HARD : SOFT);
    }
    if (GONE.areIn(words) && (!refused || goneByStatus)) {
      return Optional.of(UNSURE.areIn(words) || kind.equals(MAILBOX) ? SOFT : HARD);
    }
    return refused ? Optional.of(REFUSED) : Optional.empty();
  }

  private static Optional<Severity> byStatus(String kind) {
    if (REFUSED_BY_STATUS.contains(kind) || kind.startsWith("6.")) {
      return Optional.of(REFUSED);
    }
    if (kind.startsWith("7.")) {
      return Optional.of(kind.equals(DISABLED) ? SOFT : REFUSED);
    }
    boolean told = kind.startsWith("2.") || kind.startsWith("3.") || kind.startsWith("4.");
    return told ? Optional.of(SOFT) : Optional.empty();
  }

  private static Optional<Severity> byReply(@Nullable Integer reply) {
    if (reply == null) {
      return Optional.empty();
    }
    return switch (reply) {
      // Not local, with a path to try instead; and RFC 7504: the host takes no mail at all.
      case 551, 521, 556 -> Optional.of(HARD);
      default -> Optional.empty();
    };
  }
}
