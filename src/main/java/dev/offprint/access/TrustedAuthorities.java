package dev.offprint.access;

import dev.offprint.config.CertificateFile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that connections trust. */
public final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /** TLS that trusts what Java trusts, and the operator's own authorities in addition. */
  public static SSLContext context(CertificateFile own) {
    try {
      if (own.certificates().isEmpty()) {
        return SSLContext.getDefault();
      }
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (TrustManager manager : managers(null)) {
        if (manager instanceof X509TrustManager java) {
          for (X509Certificate authority : java.getAcceptedIssuers()) {
            all.setCertificateEntry("java-" + number++, authority);
          }
        }
      }
      for (X509Certificate authority : own.certificates()) {
        all.setCertificateEntry("own-" + number++, authority);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(all), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Java's own authorities cannot be read", e);
    }
  }

  /**
   * What decides by a store.
   *
   * @param store null for Java's own
   */
  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
