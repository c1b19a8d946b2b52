package dev.offprint.ledger;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes Message-IDs (RFC 5322, section 3.6.4): 120 random bits and the number of the subscriber, by
 * which a report finds its mail, at the sender's domain. None comes twice and none can be guessed.
 */
public final class MessageIds {
  private static final int RADIX = 36;
  private static final int RANDOM_BITS = 120;
  private static final int RANDOM_DIGITS = RANDOM_BITS / 5;
  // With at most seven digits a return address has room for all of it (RFC 5321, section
  // 4.5.3.1.1).
  private static final Pattern NUMBERED =
      Pattern.compile("<[0-9a-v]{24}\\.([0-9a-z]{1,7})@[^<>]+>");

  private final SecureRandom random = new SecureRandom();
  private final String domain;

  /**
   * Ids at one domain.
   *
   * @param domain such as {@code lab.example}
   */
  public MessageIds(String domain) {
    this.domain = domain;
  }

  /** A new id with its angle brackets. */
  String next(long subscriberId) {
    String digits = new BigInteger(RANDOM_BITS, random).toString(1 << 5);
    return of(
        "0".repeat(RANDOM_DIGITS - digits.length())
            + digits
            + "."
            + Long.toString(subscriberId, RADIX));
  }

  /** The subscriber whose number an id has; empty for ids that had none and for others' ids. */
  static OptionalLong subscriber(String messageId) {
    Matcher numbered = NUMBERED.matcher(messageId);
    return numbered.matches()
        ? OptionalLong.of(Long.parseLong(numbered.group(1), RADIX))
        : OptionalLong.empty();
  }

  /** The id with this local part, with its angle brackets. */
  String of(String local) {
    return "<" + local + "@" + domain + ">";
  }
}
