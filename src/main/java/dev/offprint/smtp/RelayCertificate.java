package dev.offprint.smtp;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * The certificate that the relay showed.
 *
 * @param until when it, or one that it rests on, expires
 */
public record RelayCertificate(Instant until) {
  static Optional<RelayCertificate> of(SSLSession session) {
    Instant until = Instant.MAX;
    try {
      for (Certificate certificate : session.getPeerCertificates()) {
        if (certificate instanceof X509Certificate known) {
          Instant end = known.getNotAfter().toInstant();
          until = end.isBefore(until) ? end : until;
        }
      }
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
    return until.equals(Instant.MAX) ? Optional.empty() : Optional.of(new RelayCertificate(until));
  }
}
