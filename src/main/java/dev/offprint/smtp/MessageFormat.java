package dev.offprint.smtp;

import dev.offprint.sending.OutgoingMessage;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages into MIME (RFC 2045, 2046): text, or text and HTML as alternatives, in UTF-8. For
 * one thread.
 */
final class MessageFormat {
  private final String returnAddress;
  private @Nullable Sender last;

  /**
   * Formats for one sender.
   *
   * @param returnAddress where they come back to, each under an address of its own with the local
   *     part of its Message-ID behind a {@code +} (RFC 5233); empty for the address of their From
   */
  MessageFormat(String returnAddress) {
    this.returnAddress = returnAddress;
  }

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
    List<String> fields = HeaderFields.of(message, from);
    return new FormattedMessage(
        envelopeSafe(sender(message, from)),
        recipient,
        fields,
        message.htmlWanted() ? "=_" + token(message) : null,
        message.content(),
        message.date());
  }

  private String sender(OutgoingMessage message, InternetAddress from) {
    int at = returnAddress.lastIndexOf('@');
    return at < 0
        ? from.getAddress()
        : returnAddress.substring(0, at) + "+" + token(message) + returnAddress.substring(at);
  }

  /** The local part of the Message-ID, which nobody can guess. */
  private static String token(OutgoingMessage message) {
    String id = message.messageId();
    return id.substring(1, Math.max(1, id.indexOf('@')));
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
