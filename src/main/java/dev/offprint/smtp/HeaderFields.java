package dev.offprint.smtp;

import dev.offprint.sending.OutgoingMessage;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes the fields of a message's header (RFC 5322, section 2.2), folded, without the last CRLF.
 * Text outside ASCII becomes encoded words (RFC 2047), and control characters become blanks, so
 * that no text can begin a field or the body.
 */
final class HeaderFields {
  private static final int MAX_SUBJECT = 400;
  private static final int SHORT_LINE = 76;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,76}");
  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{3,250}>");
  // RFC 5322, section 3.3, in English whatever the machine speaks.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HeaderFields() {}

  /**
   * The fields of a message, but for those of MIME.
   *
   * @throws IllegalArgumentException when its Message-ID or a field cannot be written
   */
  static List<String> of(OutgoingMessage message, InternetAddress from) {
    if (!MESSAGE_ID.matcher(message.messageId()).matches()) {
      throw new IllegalArgumentException("not a Message-ID: " + plain(message.messageId()));
    }
    List<String> fields = new ArrayList<>();
    fields.add("Date: " + DATE.format(message.date()));
    fields.add("From: " + MimeUtility.fold("From: ".length(), from.toString()));
    fields.add("To: " + message.to());
    fields.add("Message-ID: " + message.messageId());
    fields.add(encoded("Subject", subject(message.content().subject())));
    for (Map.Entry<String, String> field : message.headers().entrySet()) {
      if (!NAME.matcher(field.getKey()).matches()) {
        throw new IllegalArgumentException("not the name of a header: " + plain(field.getKey()));
      }
      fields.add(encoded(field.getKey(), plain(field.getValue())));
    }
    return fields;
  }

  /**
   * The mailbox of the From field.
   *
   * @throws AddressException when it is none
   */
  static InternetAddress mailbox(String from) throws AddressException {
    InternetAddress mailbox = new InternetAddress(plain(from), true);
    try {
      mailbox.setPersonal(mailbox.getPersonal(), "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
    return mailbox;
  }

  private static String subject(String subject) {
    String line = plain(subject);
    if (line.codePointCount(0, line.length()) <= MAX_SUBJECT) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT - 1)) + "…";
  }

  private static String plain(String text) {
    // Nearly all are; looking for them otherwise takes longer than all else here.
    if (text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
      return text.strip();
    }
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  /** Whether it is ASCII that is neither to be encoded nor can be folded, as most fields are. */
  private static boolean isOneWordOrShort(String name, String value) {
    boolean isShort = name.length() + 2 + value.length() <= SHORT_LINE;
    return value.length() < 500
        && !value.contains("=?")
        && value.chars().allMatch(c -> c < 127 && (c > ' ' || (isShort && c == ' ')));
  }

  /** What looks encoded already is text as well, and must be shown as it is. */
  private static String encoded(String name, String value) {
    if (isOneWordOrShort(name, value)) {
      return name + ": " + value;
    }
    String field;
    try {
      String words = MimeUtility.encodeText(value.replace("=?", "= ?"), "UTF-8", null);
      field = name + ": " + MimeUtility.fold(name.length() + 2, words);
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
    if (field.lines().anyMatch(line -> line.length() > TransferEncoding.MAX_LINE)) {
      throw new IllegalArgumentException("the header " + name + " has a word that is too long");
    }
    return field;
  }
}
