package dev.offprint.smtp;

import dev.offprint.access.ServerAccess;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.fetch.Proxies;
import jakarta.mail.MessagingException;
import java.time.InstantSource;
import java.util.Optional;

/** Connects to the relay and logs in as for a mail, sends none, and tells what it offers. */
public final class RelayProbe {
  private RelayProbe() {}

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * The relay would take a mail.
     *
     * @param certificate of the relay, by when it has to be renewed; empty without TLS
     * @param size the largest message that it takes, in octets; 0 when it does not say
     */
    record Ready(Optional<RelayCertificate> certificate, long size, boolean eightBit, boolean utf8)
        implements Outcome {}

    /** It cannot be used; why, and what to do, in whole sentences. */
    record Unavailable(String why) implements Outcome {}
  }

  /** Asks the configured relay, within some seconds. */
  public static Outcome ask(
      SmtpConfiguration settings, MailConfiguration mail, Proxies proxies, InstantSource clock) {
    ServerAccess access =
        ServerAccess.of(
            "smtp", settings.host(), settings.caFile(), settings.login(), proxies, clock);
    SmtpTransport transport =
        new SmtpTransport(
            settings, mail.returnAddress(), Optional.empty(), TimeLimits.SHORT, access);
    RelaySession session = transport.session();
    try {
      session.open();
      Outcome ready =
          new Outcome.Ready(
              session.certificate(),
              size(session),
              session.supportsExtension("8BITMIME"),
              session.offersUtf8());
      session.close();
      return ready;
    } catch (MessagingException | RuntimeException e) {
      return new Outcome.Unavailable(
          new RelayProblems(settings, access.certificates()).whileConnecting(e, session.refusal()));
    }
  }

  /** RFC 1870, section 3; without a number, or with 0, there is no limit that it would tell. */
  private static long size(RelaySession session) {
    String size = session.supportsExtension("SIZE") ? session.getExtensionParameter("SIZE") : null;
    return size != null && size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
  }
}
