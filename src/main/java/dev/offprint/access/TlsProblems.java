package dev.offprint.access;

import dev.offprint.config.CertificateFile;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.jspecify.annotations.Nullable;

/**
 * Says what the operator can do about a server whose certificate is refused.
 *
 * @param hostKey the setting that names the server, such as {@code smtp.host}
 * @param host what it is called there
 * @param ownKey the setting that names {@code own}, such as {@code smtp.ca_file}
 * @param own what is trusted in addition to Java's own authorities
 */
public record TlsProblems(String hostKey, String host, String ownKey, CertificateFile own) {

  /** What is wrong with the certificate and what to do, in whole sentences. */
  public String remedy(Throwable failure) {
    String known = known(failure);
    return known == null
        ? "Its certificate must be made out to "
            + host
            + " by an authority that Java trusts, or by one in "
            + ownKey
            + "."
        : known;
  }

  private @Nullable String known(Throwable failure) {
    boolean name = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CertificateExpiredException expired -> {
          return "Its certificate, or that of its authority, has expired: renew it at the server.";
        }
        case CertificateNotYetValidException early -> {
          return "Its certificate is not valid yet: check the clocks of this machine and of the"
              + " server.";
        }
        case CertPathBuilderException unknown -> {
          return unknownAuthority();
        }
        case SignatureException otherKey -> {
          return unknownAuthority(); // It is only called as one that is known.
        }
        case CertificateException other -> name |= isAboutTheName(other);
        default -> {}
      }
    }
    return name
        ? "Its certificate is made out to another name: set "
            + hostKey
            + " to one that stands in it, or have it made out to "
            + host
            + "."
        : null;
  }

  private String unknownAuthority() {
    return own.certificates().isEmpty()
        ? "Its certificate is by an authority that Java does not know: if it is one of your own,"
            + " name the file with the authority's certificate (PEM) in "
            + ownKey
            + "."
        : "Its certificate is by an authority that neither Java nor "
            + ownKey
            + " ("
            + own.name()
            + ") knows: put the authority's certificate (PEM) into that file.";
  }

  /** Java has no exception of its own for it. */
  private static boolean isAboutTheName(CertificateException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.startsWith("No subject alternative")
        || message.startsWith("No name matching")
        || message.startsWith("Illegal given domain name");
  }
}
