package dev.offprint.subscribers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the tokens in the links of a mail. A token names a subscriber or a delivery and
 * holds for one purpose; it is derived from the {@link LinkKey}, so nothing is stored for it and
 * nobody without the key can make one.
 *
 * <p>Its form is base64url without padding (RFC 4648, section 5) of the number of what it names,
 * the second at which it expires where it does, and the first 16 bytes of an HMAC-SHA256 (RFC 2104,
 * section 5, on truncation) over purpose, number and expiry.
 */
public final class LinkTokens {
  /** How long the link of a confirmation mail can be used. */
  public static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

  /** How long the link to all that is kept of a subscriber can be used. */
  public static final Duration DATA_WITHIN = Duration.ofHours(2);

  private static final int MAC_BYTES = 16;

  private final HmacSha256 key;

  public LinkTokens(LinkKey key) {
    this.key = new HmacSha256(key.bytes());
  }

  /** What the bearer of a link may do. */
  public enum Purpose {
    /**
     * Make active the pending subscriber whom a delivery asked to confirm; within {@link
     * #CONFIRM_WITHIN}. Names the delivery, so that a link to an earlier request is spent. (What
     * was called CONFIRM named a subscriber, and must not hold for the delivery of that number.)
     */
    CONFIRM("CONFIRMATION", CONFIRM_WITHIN),
    /** See and change the preferences; without end, because mails are kept for years. */
    PREFERENCES("PREFERENCES", null),
    /** Leave, and come back; without end. */
    UNSUBSCRIBE("UNSUBSCRIBE", null),
    /** Say of papers whether more like them are wanted, and take that back; without end. */
    FEEDBACK("FEEDBACK", null),
    /** See an edition, and nothing else; names its delivery; without end. */
    EDITION("EDITION", null),
    /**
     * See all that is kept of a subscriber, and have it deleted; within {@link #DATA_WITHIN}, since
     * mails are passed on.
     */
    DATA("DATA", DATA_WITHIN);

    private final String signed;
    private final @Nullable Duration within;
    private final int expiryBytes;

    Purpose(String signed, @Nullable Duration within) {
      this.signed = signed;
      this.within = within;
      this.expiryBytes = within == null ? 0 : Long.BYTES;
    }
  }

  /**
   * Makes a token, which holds from {@code now} on.
   *
   * @param number of the subscriber or the delivery, as the purpose has it
   */
  public String token(Purpose purpose, long number, Instant now) {
    ByteBuffer claim = ByteBuffer.allocate(Long.BYTES + purpose.expiryBytes);
    claim.putLong(number);
    if (purpose.within != null) {
      claim.putLong(now.plus(purpose.within).getEpochSecond());
    }
    byte[] token = Arrays.copyOf(claim.array(), claim.capacity() + MAC_BYTES);
    System.arraycopy(mac(purpose, claim.array()), 0, token, claim.capacity(), MAC_BYTES);
    return encode(token);
  }

  private static String encode(byte[] token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The number of the subscriber or the delivery that a token names.
   *
   * @return empty when it is malformed, was made for another purpose or with another key, or has
   *     expired
   */
  public Optional<Long> number(Purpose purpose, String token, Instant now) {
    byte[] bytes = decode(token);
    int claimBytes = Long.BYTES + purpose.expiryBytes;
    if (bytes == null || bytes.length != claimBytes + MAC_BYTES) {
      return Optional.empty();
    }
    byte[] claim = Arrays.copyOf(bytes, claimBytes);
    byte[] given = Arrays.copyOfRange(bytes, claimBytes, bytes.length);
    if (!MessageDigest.isEqual(given, mac(purpose, claim))) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(claim);
    long number = fields.getLong();
    if (fields.hasRemaining() && now.getEpochSecond() >= fields.getLong()) {
      return Optional.empty();
    }
    return Optional.of(number);
  }

  private static byte @Nullable [] decode(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      // The decoder takes padding and stray last bits too; a token has one spelling.
      return encode(bytes).equals(token) ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private byte[] mac(Purpose purpose, byte[] claim) {
    // No name holds a zero byte, so no purpose and claim run together into another's.
    byte[] signed = (purpose.signed + "\0").getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(key.of(signed, claim), MAC_BYTES);
  }
}
