package dev.offprint.papers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long texts. */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * The beginning of the SHA-256 digest of a text in UTF-8, in lower-case hexadecimal digits.
   *
   * @param bytes how many are taken, 1 to 32; each gives two digits
   */
  public static String of(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
