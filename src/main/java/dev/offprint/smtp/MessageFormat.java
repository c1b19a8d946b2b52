package dev.offprint.smtp;

import dev.offprint.outbox.OutgoingMessage;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages into MIME (RFC 2045, 2046): text, or text and HTML as alternatives, in UTF-8. For
 * one thread.
 */
final class MessageFormat {
  private @Nullable Sender last;

  /** A From as it was given and as it is written; nearly always that of the message before. */
  private record Sender(String given, InternetAddress mailbox) {}

  /**
   * Puts a message into MIME.
   *
   * @throws AddressException when its From is not a mailbox
   * @throws IllegalArgumentException when its recipient, Message-ID or a header cannot be written
   */
  FormattedMessage format(OutgoingMessage message) throws AddressException {
    InternetAddress from = mailbox(message.from());
    String recipient = envelopeSafe(message.to().toString());
    return new FormattedMessage(
        envelopeSafe(from.getAddress()),
        recipient,
        HeaderFields.of(message, from),
        message.htmlWanted() ? "=_" + message.messageId().replaceAll("\\W.*$|^<", "") : null,
        message.content(),
        message.date());
  }

  private InternetAddress mailbox(String from) throws AddressException {
    Sender known = last;
    if (known == null || !known.given.equals(from)) {
      known = new Sender(from, HeaderFields.mailbox(from));
      last = known;
    }
    return known.mailbox;
  }

  private static String envelopeSafe(String address) {
    if (address.chars().anyMatch(c -> c <= ' ' || c == 127 || c == '<' || c == '>')) {
      throw new IllegalArgumentException("the address holds a character that SMTP cannot carry");
    }
    return address;
  }
}
