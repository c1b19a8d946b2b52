package dev.offprint.smtp.dkim;

import dev.offprint.config.MailConfiguration;
import dev.offprint.config.PrivateKeyText;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A private key that signs, and the selector under which DNS has the public one.
 *
 * @param selector names it below {@code _domainkey} (RFC 6376, section 3.1)
 */
public record DkimKey(DkimAlgorithm algorithm, String selector, PrivateKey key) {

  /** The keys that are configured; none if Offprint does not sign. */
  public static List<DkimKey> configured(MailConfiguration.Dkim settings) {
    List<DkimKey> keys = new ArrayList<>();
    if (!settings.rsaKey().isEmpty()) {
      keys.add(of(DkimAlgorithm.RSA, settings, settings.rsaKey()));
    }
    if (!settings.ed25519Key().isEmpty()) {
      keys.add(of(DkimAlgorithm.ED25519, settings, settings.ed25519Key()));
    }
    return keys;
  }

  /**
   * A key with the selector that is configured for its algorithm.
   *
   * @param pem PKCS #8
   * @throws IllegalArgumentException if the text cannot be used; it says why without quoting it
   */
  public static DkimKey of(DkimAlgorithm algorithm, MailConfiguration.Dkim settings, String pem) {
    PrivateKey key =
        switch (algorithm) {
          case RSA -> PrivateKeyText.rsa(pem);
          case ED25519 -> PrivateKeyText.ed25519(pem);
        };
    return new DkimKey(algorithm, selector(algorithm, settings), key);
  }

  /** The selector that is configured for an algorithm. */
  public static String selector(DkimAlgorithm algorithm, MailConfiguration.Dkim settings) {
    return switch (algorithm) {
      case RSA -> settings.rsaSelector();
      case ED25519 -> settings.ed25519Selector();
    };
  }

  @Override
  public String toString() {
    return "DkimKey[" + algorithm.keyType() + ", " + selector + "]";
  }
}
