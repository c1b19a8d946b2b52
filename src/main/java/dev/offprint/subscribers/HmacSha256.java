package dev.offprint.subscribers;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) with one key, by which we know again what we made; safe for use by many
 * threads.
 */
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  /** Never used itself: making one ready takes as long as using it. */
  private final Mac ready;

  public HmacSha256(byte[] key) {
    try {
      ready = Mac.getInstance(ALGORITHM);
      ready.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** The 32 bytes for these parts, one after the other; where one ends makes no difference. */
  public byte[] of(byte[]... parts) {
    Mac mac;
    try {
      mac = (Mac) ready.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be cloned", e);
    }
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }
}
