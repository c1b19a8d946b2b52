package dev.offprint.access;

import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.fetch.Proxies;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a mail server is got into. Made once, for all connections to it.
 *
 * @param tls trusts what Java trusts, and the operator's own authorities
 * @param certificates explains those that are refused
 * @param tokens what to log in with instead of a password, if anything
 */
public record ServerAccess(
    SSLContext tls, TlsProblems certificates, Optional<AccessTokens> tokens) {

  /**
   * What is configured for a server.
   *
   * @param section of the configuration that names it, such as {@code smtp}
   * @param host as it is configured
   * @param proxies that a request for a token goes through, if any
   */
  public static ServerAccess of(
      String section,
      String host,
      CertificateFile own,
      Login login,
      Proxies proxies,
      InstantSource clock) {
    SSLContext tls = TrustedAuthorities.context(own);
    String ownKey = section + ".ca_file";
    return new ServerAccess(
        tls,
        new TlsProblems(section + ".host", host, ownKey, own),
        source(section + ".oauth.", ownKey, own, login.oauth(), tls, proxies)
            .map(source -> new AccessTokens(source, clock)));
  }

  private static Optional<TokenSource> source(
      String keys,
      String ownKey,
      CertificateFile own,
      Login.OAuth settings,
      SSLContext tls,
      Proxies proxies) {
    if (!settings.tokenFile().isEmpty()) {
      return Optional.of(() -> TokenFile.read(keys + "token_file", settings.tokenFile()));
    }
    if (!settings.tokenCommand().isEmpty()) {
      return Optional.of(
          new TokenCommand(keys + "token_command", settings.tokenCommand(), TokenCommand.LIMIT));
    }
    if (settings.tokenUrl().isEmpty()) {
      return Optional.empty();
    }
    TlsProblems certificates =
        new TlsProblems(keys + "token_url", URI.create(settings.tokenUrl()).getHost(), ownKey, own);
    return Optional.of(
        new TokenEndpoint(settings, keys, tls, certificates, proxies, TokenEndpoint.LIMIT));
  }
}
