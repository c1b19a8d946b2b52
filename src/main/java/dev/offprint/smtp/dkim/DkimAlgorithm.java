package dev.offprint.smtp.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;

/** How DKIM signs. */
public enum DkimAlgorithm {
  /** RSASSA-PKCS1-v1_5 over SHA-256 (RFC 6376, section 3.3.1; key sizes RFC 8301). */
  RSA("rsa", "RSA", 2048, "SHA256withRSA") {
    @Override
    byte[] publicOctets(PrivateKey key) {
      return PublicKeys.ofRsa(key).getEncoded();
    }

    @Override
    byte[] signedOctets(byte[] header) {
      return header;
    }
  },

  /** PureEdDSA over the SHA-256 of the header (RFC 8463, section 3). */
  ED25519("ed25519", "Ed25519", 255, "Ed25519") {
    @Override
    byte[] publicOctets(PrivateKey key) {
      return PublicKeys.ofEd25519(key);
    }

    @Override
    byte[] signedOctets(byte[] header) throws GeneralSecurityException {
      return MessageDigest.getInstance("SHA-256").digest(header);
    }
  };

  private final String keyType;
  private final String generator;
  private final int bits;
  private final String signature;

  DkimAlgorithm(String keyType, String generator, int bits, String signature) {
    this.keyType = keyType;
    this.generator = generator;
    this.bits = bits;
    this.signature = signature;
  }

  /** As the tag k= of a key's record has it: {@code rsa} or {@code ed25519}. */
  public String keyType() {
    return keyType;
  }

  /** As the tag a= of a signature has it. */
  String signatureType() {
    return keyType + "-sha256";
  }

  /** A new private key; of RSA, one of 2048 bits, as large providers ask for. */
  public PrivateKey generate(SecureRandom random) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance(generator);
      keys.initialize(bits, random);
      return keys.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key of " + keyType + " can be made", e);
    }
  }

  /** The public key that belongs to a private one, as the tag p= of its record holds it. */
  abstract byte[] publicOctets(PrivateKey key);

  /** What the signature is computed from. */
  abstract byte[] signedOctets(byte[] header) throws GeneralSecurityException;

  /** Signs a header in canonical form. */
  byte[] sign(PrivateKey key, byte[] header) {
    try {
      Signature signing = Signature.getInstance(signature);
      signing.initSign(key);
      signing.update(signedOctets(header));
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the DKIM key of " + keyType + " does not sign", e);
    }
  }
}
