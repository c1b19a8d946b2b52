package dev.offprint.smtp.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/** Finds the public key to a private one, which alone is kept. */
final class PublicKeys {
  private static final int ED25519_OCTETS = 32;

  private PublicKeys() {}

  static PublicKey ofRsa(PrivateKey key) {
    RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an RSA key without a public one", e);
    }
  }

  /**
   * The 32 octets of RFC 8032, section 5.1.5. Java computes them only while it makes a key, from 32
   * random octets that are the private key; so it is given those.
   */
  static byte[] ofEd25519(PrivateKey key) {
    byte[] secret = secret(key);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new Given(secret));
      KeyPair pair = generator.generateKeyPair();
      if (!Arrays.equals(secret(pair.getPrivate()), secret)) {
        throw new IllegalStateException("this Java makes Ed25519 keys in another way");
      }
      // The X.509 form is a fixed beginning with the key behind it (RFC 8410, section 4).
      byte[] encoded = pair.getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key without a public one", e);
    }
  }

  private static byte[] secret(PrivateKey key) {
    return ((EdECPrivateKey) key).getBytes().orElseThrow();
  }

  /** No randomness: octets that are known. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] octets;

    Given(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(octets, 0, bytes, 0, bytes.length);
    }
  }
}
