import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/**
 * Writes the certificate authorities that a packaged Java trusts. A JDK of Debian's kind links to
 * the list of its machine, which may hold authorities of the machine's owner; those must not go to
 * others. So the list is made anew from what Mozilla trusts, as Debian's ca-certificates has it.
 *
 * <p>Arguments: the folder of certificates in PEM, and the file to write, without a password, as
 * the JDK's own.
 */
final class Authorities {
  private Authorities() {}

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of(arguments[0]), "*.crt")) {
      for (Path file : files) {
        try (InputStream pem = Files.newInputStream(file)) {
          authorities.setCertificateEntry(
              file.getFileName().toString(), certificates.generateCertificate(pem));
        }
      }
    }
    if (authorities.size() == 0) {
      throw new IOException("there are no certificates in " + arguments[0]);
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
      authorities.store(out, null);
    }
  }
}
