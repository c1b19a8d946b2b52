package dev.offprint.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key as PEM (RFC 7468, section 10: PKCS #8). What reads one throws {@link
 * IllegalArgumentException} for a text that holds none that can be used; its message goes on after
 * the name of the key's place, as in "holds a public key", and quotes nothing of the text.
 */
public final class PrivateKeyText {
  /** Signers must not use less, verifiers need not take more (RFC 8301, section 3.2). */
  private static final int LEAST_RSA_BITS = 1024;

  private static final int MOST_RSA_BITS = 4096;
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*+)-----END PRIVATE KEY-----");

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private PrivateKeyText() {}

  /** A key as text, which the other methods read. */
  public static String of(PrivateKey key) {
    return String.format(
        Locale.ROOT,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n",
        LINES.encodeToString(key.getEncoded()));
  }

  /** An RSA key of 1024 to 4096 bits that tells its public key too. */
  public static RSAPrivateCrtKey rsa(String pem) {
    if (!(decoded(pem, "RSA") instanceof RSAPrivateCrtKey key)) {
      throw new IllegalArgumentException("holds an RSA key without its public exponent");
    }
    int bits = key.getModulus().bitLength();
    if (bits < LEAST_RSA_BITS || bits > MOST_RSA_BITS) {
      throw new IllegalArgumentException("holds an RSA key of " + bits + " bits");
    }
    return key;
  }

  /** An Ed25519 key (RFC 8410). */
  public static PrivateKey ed25519(String pem) {
    return decoded(pem, "Ed25519");
  }

  private static PrivateKey decoded(String pem, String algorithm) {
    Matcher key = KEY.matcher(pem);
    if (!key.find()) {
      throw new IllegalArgumentException(insteadOfKey(pem));
    }
    try {
      byte[] octets = Base64.getDecoder().decode(key.group(1).replaceAll("\\s", ""));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(octets));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      // What they say may quote the text.
      throw new IllegalArgumentException("holds a damaged key, or one that is not of " + algorithm);
    }
  }

  private static String insteadOfKey(String pem) {
    Matcher begin = BEGIN.matcher(pem);
    return switch (begin.find() ? begin.group(1) : "") {
      case "PRIVATE KEY" -> "holds a key that is cut short or damaged";
      case "ENCRYPTED PRIVATE KEY" ->
          "holds a key under a passphrase (`openssl pkcs8` writes it without one)";
      case "RSA PRIVATE KEY" ->
          "holds a key in the older form PKCS#1 (`openssl pkcs8 -topk8 -nocrypt` converts it)";
      case "PUBLIC KEY", "RSA PUBLIC KEY" -> "holds a public key";
      default -> "does not hold a private key in PEM";
    };
  }
}
