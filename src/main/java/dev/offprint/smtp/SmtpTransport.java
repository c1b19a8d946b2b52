package dev.offprint.smtp;

import dev.offprint.access.ServerAccess;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.fetch.Proxies;
import dev.offprint.sending.MailTransport;
import dev.offprint.smtp.dkim.DkimSigner;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;

/** Sends by SMTP to the configured relay. */
public final class SmtpTransport implements MailTransport {
  static {
    // Jakarta Mail looks for its provider several times a message otherwise.
    if (System.getProperty("jakarta.mail.util.StreamProvider") == null) {
      System.setProperty(
          "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }
  }

  private final SmtpConfiguration settings;
  private final String returnAddress;
  private final Optional<DkimSigner> signer;
  private final TimeLimits limits;
  private final ServerAccess access;

  /**
   * Sends through the configured relay.
   *
   * @param mail names the keys that sign, if any, and where mails come back to
   * @param proxies that a request for an access token goes through, if any
   * @param clock tells when an access token expires
   */
  public SmtpTransport(
      SmtpConfiguration settings, MailConfiguration mail, Proxies proxies, InstantSource clock) {
    this(settings, mail, proxies, clock, TimeLimits.USUAL);
  }

  private SmtpTransport(
      SmtpConfiguration settings,
      MailConfiguration mail,
      Proxies proxies,
      InstantSource clock,
      TimeLimits limits) {
    this(
        settings,
        mail.returnAddress(),
        DkimSigner.of(mail),
        limits,
        ServerAccess.of(
            "smtp", settings.host(), settings.caFile(), settings.login(), proxies, clock));
  }

  SmtpTransport(
      SmtpConfiguration settings,
      String returnAddress,
      Optional<DkimSigner> signer,
      TimeLimits limits,
      ServerAccess access) {
    this.settings = settings;
    this.returnAddress = returnAddress;
    this.signer = signer;
    this.limits = limits;
    this.access = access;
  }

  /** For somebody who waits at a terminal: gives up within seconds. */
  public static SmtpTransport impatient(
      SmtpConfiguration settings, MailConfiguration mail, Proxies proxies, InstantSource clock) {
    return new SmtpTransport(settings, mail, proxies, clock, TimeLimits.SHORT);
  }

  @Override
  public Connection open() {
    return new SmtpConnection(
        new MessageFormat(returnAddress),
        this::session,
        new RelayProblems(settings, access.certificates()),
        settings.limits().perConnection());
  }

  /** A session that is not open yet. */
  RelaySession session() {
    RelaySockets sockets = new RelaySockets(access.tls().getSocketFactory(), limits.write());
    return new RelaySession(
        Session.getInstance(properties(sockets)), sockets, settings, access.tokens(), signer);
  }

  private Properties properties(RelaySockets sockets) {
    Properties properties = new Properties();
    Security security = settings.security();
    properties.put("mail.smtp.starttls.enable", "" + (security == Security.STARTTLS));
    properties.put("mail.smtp.starttls.required", "" + (security == Security.STARTTLS));
    properties.put("mail.smtp.ssl.enable", "" + (security == Security.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", sockets.tls());
    properties.put("mail.smtp.socketFactory", sockets.plain());
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.auth", "" + !settings.login().username().isEmpty());
    if (access.tokens().isPresent()) {
      properties.put("mail.smtp.auth.mechanisms", RelaySession.XOAUTH2);
    }
    properties.put("mail.smtp.connectiontimeout", milliseconds(limits.connect()));
    properties.put("mail.smtp.timeout", milliseconds(limits.read()));
    properties.put("mail.smtp.writetimeout", milliseconds(limits.write()));
    properties.put("mail.smtp.quitwait", "false");
    // Addresses outside ASCII are sent as they are, to relays that offer SMTPUTF8 (RFC 6531).
    properties.put("mail.mime.allowutf8", "true");
    return properties;
  }

  private static String milliseconds(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
