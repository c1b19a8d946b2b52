package dev.offprint.smtp;

import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.digests.RenderedMail;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.smtp.dkim.DkimSigner;
import dev.offprint.subscribers.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Messages and transports that the tests of this package send. */
public final class SampleMessages {
  static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
  static final RenderedMail CONTENT =
      new RenderedMail(
          "Papers of 24 November",
          "<!doctype html><p>" + "A paper about relays. ".repeat(100) + "</p>",
          "A paper about relays.\n");

  static final SmtpConfiguration.Limits NO_LIMITS = new SmtpConfiguration.Limits(0, 0, 0, 0);

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
    return new SmtpConfiguration("127.0.0.1", port, security, "", "", 1, NO_LIMITS);
  }

  static SmtpConfiguration withLogin(int port, Security security, String password) {
    return new SmtpConfiguration("127.0.0.1", port, security, "papers", password, 1, NO_LIMITS);
  }

  static SmtpTransport transport(SmtpConfiguration settings) {
    return transport(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  static SmtpTransport transport(SmtpConfiguration settings, SSLContext trusting) {
    return transport(settings, trusting.getSocketFactory());
  }

  public static SmtpTransport signing(SmtpConfiguration settings, DkimSigner signer) {
    return new SmtpTransport(
        settings,
        "bounces@lab.example",
        Optional.of(signer),
        TimeLimits.USUAL,
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private static SmtpTransport transport(SmtpConfiguration settings, SSLSocketFactory tls) {
    Duration limit = Duration.ofMillis(1_500);
    return new SmtpTransport(
        settings, "", Optional.empty(), new TimeLimits(limit, limit, limit), tls);
  }
}
