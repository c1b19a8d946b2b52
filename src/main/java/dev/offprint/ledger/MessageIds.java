package dev.offprint.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes Message-IDs (RFC 5322, section 3.6.4): 128 random bits at the sender's domain, so that none
 * comes twice and none can be guessed.
 */
public final class MessageIds {
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
  String next() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return of(HexFormat.of().formatHex(bits));
  }

  /** The id with this local part, with its angle brackets. */
  String of(String local) {
    return "<" + local + "@" + domain + ">";
  }
}
