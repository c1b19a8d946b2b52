package dev.offprint.config;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys made for this run, as PEM without a line end behind it. */
public final class TestKeys {
  public static final String RSA = privateKey("RSA", 1024);
  public static final String ED25519 = privateKey("Ed25519", 255);

  private TestKeys() {}

  public static String privateKey(String algorithm, int bits) {
    return pem("PRIVATE KEY", pair(algorithm, bits).getPrivate());
  }

  static String publicKey(String algorithm, int bits) {
    return pem("PUBLIC KEY", pair(algorithm, bits).getPublic());
  }

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(String label, Key key) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(key.getEncoded());
    return "-----BEGIN %s-----\n%s\n-----END %s-----".formatted(label, lines, label);
  }
}
