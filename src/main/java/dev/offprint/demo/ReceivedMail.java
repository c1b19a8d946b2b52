package dev.offprint.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A mail as the demo's server received it.
 *
 * @param number 1 for the first one received
 * @param html empty when it has none
 * @param source the message as it came over the wire
 */
public record ReceivedMail(
    String number, String to, String subject, String html, String text, String source) {

  public static List<ReceivedMail> newestFirst(MimeMessage[] messages) {
    List<ReceivedMail> mails = new ArrayList<>();
    for (MimeMessage message : messages) {
      mails.add(of(Integer.toString(mails.size() + 1), message));
    }
    Collections.reverse(mails);
    return mails;
  }

  private static ReceivedMail of(String number, MimeMessage message) {
    try {
      ByteArrayOutputStream source = new ByteArrayOutputStream();
      message.writeTo(source);
      return new ReceivedMail(
          number,
          message.getAllRecipients()[0].toString(),
          message.getSubject(),
          part(message, "text/html"),
          part(message, "text/plain"),
          source.toString(StandardCharsets.UTF_8));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("a mail that the demo received cannot be read", e);
    }
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart child = parts.getBodyPart(i);
        String found = part(child, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
