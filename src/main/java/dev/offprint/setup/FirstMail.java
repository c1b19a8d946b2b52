package dev.offprint.setup;

import dev.offprint.config.Configuration;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.PlainMail;
import dev.offprint.sending.SendOutcome;
import dev.offprint.subscribers.EmailAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/**
 * The mail that proves the relay.
 *
 * @param transport as editions are sent
 */
record FirstMail(MailTransport transport, Configuration configuration, Random random) {
  /** Sends it. */
  SendOutcome send(EmailAddress to, Instant now) {
    try (MailTransport.Connection connection = transport.open()) {
      return connection.send(
          new PlainMail(configuration.mail().from(), random)
              .to(to, "Offprint can send mail", text(), now));
    }
  }

  private String text() {
    return String.format(
        Locale.ROOT,
        """
        This mail left Offprint by way of %s:%d, so the relay works.

        See how it arrived: in the original, "Authentication-Results" should
        say spf=pass, dkim=pass and dmarc=pass. If they say otherwise, or the
        mail is among the junk, 'offprint doctor' tells what DNS lacks.
        """,
        configuration.smtp().host(),
        configuration.smtp().effectivePort());
  }
}
