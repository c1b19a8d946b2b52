package dev.offprint.sending;

import dev.offprint.digests.RenderedMail;
import dev.offprint.subscribers.EmailAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Mails to the operator, in plain text, which no ledger knows of.
 *
 * @param from the mailbox of the From header
 * @param random makes their ids
 */
public record PlainMail(String from, Random random) {
  private static final int ID_BYTES = 16;

  /** One mail. */
  public OutgoingMessage to(EmailAddress reader, String subject, String text, Instant now) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return new OutgoingMessage(
        String.format(
            Locale.ROOT,
            "<%s@%s>",
            HexFormat.of().formatHex(id),
            from.replaceAll(".*@|>.*", "").strip()),
        from,
        reader,
        Map.of("Auto-Submitted", "auto-generated"),
        new RenderedMail(subject, "", text),
        false,
        now);
  }
}
