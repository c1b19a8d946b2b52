package dev.offprint.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that the operator trusts in addition to those that Java trusts.
 *
 * @param name of the file they were read from, absolute; empty when there is none
 * @param certificates in the order of the file
 */
public record CertificateFile(String name, List<X509Certificate> certificates) {
  /** None in addition. */
  public static final CertificateFile NONE = new CertificateFile("", List.of());

  public CertificateFile {
    certificates = List.copyOf(certificates);
  }

  /**
   * Reads a file of certificates in PEM.
   *
   * @param folder where a relative name starts
   * @throws Refused if it cannot be read, holds no certificate, or one that is damaged
   */
  static CertificateFile read(String name, Path folder) {
    if (name.isEmpty()) {
      return NONE;
    }
    String file = SecretFile.path(name, folder).toString();
    try {
      // Every octet is a character, whatever the comments are written in.
      String text = new String(SmallFile.read(Path.of(file)), StandardCharsets.ISO_8859_1);
      return new CertificateFile(file, new CertificateText(text).certificates());
    } catch (Refused e) {
      throw new Refused("names " + Shown.plain(file) + ", which " + e.what(), e.remedy());
    }
  }

  /** The file's name, as it stands in the configuration. */
  @Override
  public String toString() {
    return name;
  }
}
