package dev.offprint.papers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for what is long. */
public final class Fingerprint {
  /** How many bytes the whole digest has. */
  public static final int BYTES = 32;

  private Fingerprint() {}

  /**
   * The beginning of the SHA-256 digest of a text in UTF-8, in lower-case hexadecimal digits.
   *
   * @param bytes how many are taken, 1 to 32; each gives two digits
   */
  public static String of(String text, int bytes) {
    return of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 2 * bytes);
  }

  /** The whole SHA-256 digest of octets, as 64 such digits. */
  public static String of(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
