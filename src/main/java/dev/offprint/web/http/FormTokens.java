package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import dev.offprint.subscribers.HmacSha256;
import dev.offprint.subscribers.LinkKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Makes and reads the hidden field by which a form shows that we handed it out: to the same
 * network, for the same page, and not long ago. So no other site can have a visitor's browser send
 * one, and no program can without asking for the form first; there is no cookie for it.
 *
 * <p>Its form is base64url of the second at which it was made and the first 16 bytes of an
 * HMAC-SHA256 over that, the page and the network. Nothing is stored.
 */
public final class FormTokens {
  /** How long a page may stay open before its form asks once more. */
  static final Duration VALID = Duration.ofHours(12);

  /** Nobody reads and fills in a form in less; programs do. */
  static final Duration QUICKEST = Duration.ofSeconds(2);

  private static final int MAC_BYTES = 16;

  private final HmacSha256 key;

  public FormTokens(LinkKey key) {
    this.key = key.derived("forms");
  }

  /** What a token is worth. */
  enum Verdict {
    GOOD,
    /** Good, but younger than {@link #QUICKEST}. */
    QUICK,
    /** Missing, made up, another page's or network's, or too old. */
    STALE
  }

  public String token(String page, IpNetwork network, Instant now) {
    ByteBuffer token = ByteBuffer.allocate(Long.BYTES + MAC_BYTES);
    token.putLong(now.getEpochSecond());
    token.put(mac(now.getEpochSecond(), page, network));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  Verdict judge(String token, String page, IpNetwork network, Instant now) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Verdict.STALE;
    }
    if (bytes.length != Long.BYTES + MAC_BYTES) {
      return Verdict.STALE;
    }
    long second = ByteBuffer.wrap(bytes).getLong();
    byte[] given = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    if (!MessageDigest.isEqual(given, mac(second, page, network))) {
      return Verdict.STALE;
    }
    Duration age = Duration.ofSeconds(now.getEpochSecond() - second);
    if (age.isNegative() || age.compareTo(VALID) > 0) {
      return Verdict.STALE;
    }
    return age.compareTo(QUICKEST) < 0 ? Verdict.QUICK : Verdict.GOOD;
  }

  private byte[] mac(long second, String page, IpNetwork network) {
    byte[] made = ByteBuffer.allocate(Long.BYTES).putLong(second).array();
    byte[] where = (network + " " + page).getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(key.of(made, where), MAC_BYTES);
  }
}
