package dev.offprint.smtp;

import dev.offprint.outbox.OutgoingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * The bytes of a message: MIME (RFC 2045, 2046) with text, or with text and HTML as alternatives,
 * both in UTF-8, quoted-printable or, where letters are mostly not Latin, base64.
 *
 * <p>Control characters in a header become blanks, so that no text can begin a header or a body.
 */
final class MessageFormat {
  /** What a line may hold without its end (RFC 5322, section 2.1.1). */
  private static final int MAX_LINE = 998;

  private static final int MAX_SUBJECT = 400;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]{1,76}");
  // RFC 5322, section 3.3, in English whatever the machine speaks.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Session session;

  MessageFormat(Session session) {
    this.session = session;
  }

  /**
   * A message and its envelope.
   *
   * @param needsUtf8 whether an address has letters outside ASCII (RFC 6531)
   */
  record Formatted(SMTPMessage message, InternetAddress recipient, boolean needsUtf8) {}

  /**
   * Puts a message into MIME.
   *
   * @throws AddressException when its From is not a mailbox
   * @throws IllegalArgumentException when its recipient, Message-ID or a header cannot be written
   */
  Formatted format(OutgoingMessage outgoing) throws MessagingException {
    InternetAddress from = mailbox(outgoing.from());
    InternetAddress to = new InternetAddress();
    to.setAddress(envelopeSafe(outgoing.to().toString()));
    SMTPMessage message = new FixedIdMessage(session, messageId(outgoing.messageId()));
    message.setEnvelopeFrom(from.getAddress());
    message.setHeader("Date", DATE.format(outgoing.date()));
    message.setHeader("From", from.toString());
    message.setHeader("To", to.getAddress());
    message.setHeader("Subject", encoded("Subject", subject(outgoing.content().subject())));
    for (Map.Entry<String, String> header : outgoing.headers().entrySet()) {
      String name = header.getKey();
      if (!FIELD_NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not the name of a header: " + plain(name));
      }
      message.setHeader(name, encoded(name, plain(header.getValue())));
    }
    if (outgoing.htmlWanted()) {
      // The best form comes last (RFC 2046, section 5.1.4).
      message.setContent(
          new MimeMultipart(
              "alternative",
              part(outgoing.content().text(), "plain"),
              part(outgoing.content().html(), "html")));
    } else {
      text(message, outgoing.content().text(), "plain");
    }
    message.saveChanges();
    boolean needsUtf8 = !isAscii(from.getAddress()) || !isAscii(to.getAddress());
    return new Formatted(message, to, needsUtf8);
  }

  private static InternetAddress mailbox(String from) throws MessagingException {
    InternetAddress mailbox = new InternetAddress(plain(from), true);
    try {
      mailbox.setPersonal(mailbox.getPersonal(), "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
    envelopeSafe(mailbox.getAddress());
    return mailbox;
  }

  private static String envelopeSafe(String address) {
    if (address.chars().anyMatch(c -> c <= ' ' || c == 127 || c == '<' || c == '>')) {
      throw new IllegalArgumentException("the address holds a character that SMTP cannot carry");
    }
    return address;
  }

  private static String messageId(String id) {
    if (!id.matches("<[!-;=?-~]{3,250}>")) {
      throw new IllegalArgumentException("not a Message-ID: " + plain(id));
    }
    return id;
  }

  private static String subject(String subject) {
    String line = plain(subject);
    if (line.codePointCount(0, line.length()) <= MAX_SUBJECT) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT - 1)) + "…";
  }

  private static String plain(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  /** RFC 2047, folded. What looks encoded already is text as well, and must be shown as it is. */
  private static String encoded(String name, String value) {
    String folded;
    try {
      folded =
          MimeUtility.fold(
              name.length() + 2, MimeUtility.encodeText(value.replace("=?", "= ?"), "UTF-8", null));
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
    if (folded.lines().anyMatch(line -> line.length() + name.length() + 2 > MAX_LINE)) {
      throw new IllegalArgumentException("the header " + name + " has a word that is too long");
    }
    return folded;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    text(part, text, subtype);
    return part;
  }

  private static void text(MimePart part, String text, String subtype) throws MessagingException {
    part.setText(text.replaceAll("\\R", "\r\n"), "UTF-8", subtype);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** Saving changes gives a message a new id otherwise. */
  private static final class FixedIdMessage extends SMTPMessage {
    private final String id;

    FixedIdMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
