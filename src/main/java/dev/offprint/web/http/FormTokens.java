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
 * Makes and reads the hidden field by which a form shows that we handed it out: for the same page,
 * not long ago, and where the page is open to all, to the same network. So no other site can have a
 * visitor's browser send one, and no program can without asking for the form first; there is no
 * cookie for it. Whoever knows a page's secret link could send its form from anywhere.
 *
 * <p>Some networks leave by another exit each time. Whoever is asked once more because of that gets
 * a token that holds anywhere, so that it is once.
 *
 * <p>Its form is base64url of the second at which it was made and the first 16 bytes of an
 * HMAC-SHA256 over that and what it is bound to. Nothing is stored.
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

  /** For a page that is open to all, from this network. */
  public String token(String page, IpNetwork network, Instant now) {
    return token(open(page, network), now);
  }

  /** For a page that only those reach who know its link. */
  public String secret(String link, Instant now) {
    return token(secret(link), now);
  }

  /** For the repetition of a form of a page that is open to all, from any network. */
  String again(String page, Instant now) {
    return token(again(page), now);
  }

  private String token(String bound, Instant now) {
    ByteBuffer token = ByteBuffer.allocate(Long.BYTES + MAC_BYTES);
    token.putLong(now.getEpochSecond());
    token.put(mac(now.getEpochSecond(), bound));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /** Judges the token of a page that is open to all. */
  Verdict judge(String token, String page, IpNetwork network, Instant now) {
    Verdict repeated = judge(token, again(page), now);
    // Whoever was asked once more may press the button as fast as they like.
    return repeated == Verdict.STALE ? judge(token, open(page, network), now) : Verdict.GOOD;
  }

  /** Judges the token of a page that only those reach who know its link. */
  Verdict judgeSecret(String token, String link, Instant now) {
    return judge(token, secret(link), now);
  }

  private Verdict judge(String token, String bound, Instant now) {
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
    if (!MessageDigest.isEqual(given, mac(second, bound))) {
      return Verdict.STALE;
    }
    Duration age = Duration.ofSeconds(now.getEpochSecond() - second);
    if (age.isNegative() || age.compareTo(VALID) > 0) {
      return Verdict.STALE;
    }
    return age.compareTo(QUICKEST) < 0 ? Verdict.QUICK : Verdict.GOOD;
  }

  // No link and no page has a blank in it, so that none is taken for another.

  private static String open(String page, IpNetwork network) {
    return network + " " + page;
  }

  private static String again(String page) {
    return "again " + page;
  }

  private static String secret(String link) {
    return "secret " + link;
  }

  private byte[] mac(long second, String bound) {
    byte[] made = ByteBuffer.allocate(Long.BYTES).putLong(second).array();
    return Arrays.copyOf(key.of(made, bound.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
  }
}
