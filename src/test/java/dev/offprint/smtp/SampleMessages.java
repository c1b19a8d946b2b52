package dev.offprint.smtp;

import dev.offprint.access.ServerAccess;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.digests.RenderedMail;
import dev.offprint.fetch.Proxies;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.smtp.dkim.DkimSigner;
import dev.offprint.subscribers.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Messages and transports that the tests of this package send. */
public final class SampleMessages {
  static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
  static final RenderedMail CONTENT =
      new RenderedMail(
          "Papers of 24 November",
          "<!doctype html><p>" + "A paper about relays. ".repeat(100) + "</p>",
          "A paper about relays.\n");

  static final SmtpConfiguration.Limits NO_LIMITS =
      new SmtpConfiguration.Limits(0, 0, 0, 0, 0, "", 50);

  private SampleMessages() {}

  static OutgoingMessage to(String address) {
    return message(address, CONTENT, Map.of());
  }

  public static OutgoingMessage message(
      String address, RenderedMail content, Map<String, String> headers) {
    return new OutgoingMessage(
        "<0123456789abcdef@lab.example>",
        "Offprint <papers@lab.example>",
        address(address),
        new LinkedHashMap<>(headers),
        content,
        true,
        MORNING);
  }

  private static EmailAddress address(String address) {
    int at = address.lastIndexOf('@');
    return new EmailAddress(address.substring(0, at), address.substring(at + 1));
  }

  public static SmtpConfiguration settings(int port, Security security) {
    return settings(port, security, Login.NONE);
  }

  static SmtpConfiguration withLogin(int port, Security security, String password) {
    return settings(port, security, Login.withPassword("papers", password));
  }

  static SmtpConfiguration settings(int port, Security security, Login login) {
    return new SmtpConfiguration(
        "127.0.0.1", port, security, CertificateFile.NONE, 1, login, NO_LIMITS);
  }

  static SmtpTransport transport(SmtpConfiguration settings) {
    return transport(settings, access(settings));
  }

  static SmtpTransport transport(SmtpConfiguration settings, SSLContext trusting) {
    ServerAccess usual = access(settings);
    return transport(settings, new ServerAccess(trusting, usual.certificates(), usual.tokens()));
  }

  private static ServerAccess access(SmtpConfiguration settings) {
    return ServerAccess.of(
        "smtp",
        settings.host(),
        settings.caFile(),
        settings.login(),
        Proxies.none(),
        InstantSource.fixed(MORNING));
  }

  public static SmtpTransport signing(SmtpConfiguration settings, DkimSigner signer) {
    return new SmtpTransport(
        settings, "bounces@lab.example", Optional.of(signer), TimeLimits.USUAL, access(settings));
  }

  static SmtpTransport transport(SmtpConfiguration settings, ServerAccess access) {
    Duration limit = Duration.ofMillis(1_500);
    return new SmtpTransport(
        settings, "", Optional.empty(), new TimeLimits(limit, limit, limit), access);
  }
}
