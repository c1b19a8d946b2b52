package dev.offprint.setup;

import dev.offprint.config.Configuration;
import dev.offprint.digests.RenderedMail;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.sending.SendOutcome;
import dev.offprint.subscribers.EmailAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The mail that proves the relay.
 *
 * @param transport as editions are sent
 */
record FirstMail(MailTransport transport, Configuration configuration, Random random) {
  private static final int ID_BYTES = 16;

  /** Sends it. */
  SendOutcome send(EmailAddress to, Instant now) {
    try (MailTransport.Connection connection = transport.open()) {
      return connection.send(message(to, now));
    }
  }

  private OutgoingMessage message(EmailAddress to, Instant now) {
    String from = configuration.mail().from();
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Auto-Submitted", "auto-generated");
    return new OutgoingMessage(
        String.format(
            Locale.ROOT,
            "<%s@%s>",
            HexFormat.of().formatHex(id),
            from.replaceAll(".*@|>.*", "").strip()),
        from,
        to,
        headers,
        new RenderedMail("Offprint can send mail", "", text()),
        false,
        now);
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
