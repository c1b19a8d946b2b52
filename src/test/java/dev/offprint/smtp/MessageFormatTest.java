package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.digests.RenderedMail;
import dev.offprint.sending.OutgoingMessage;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageFormatTest {
  private static final Session SESSION = Session.getInstance(new Properties());

  private static String bytes(OutgoingMessage message) throws Exception {
    return bytes(message, TransferEncoding.QUOTED_PRINTABLE);
  }

  private static String bytes(OutgoingMessage message, TransferEncoding encoding) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new MessageFormat("")
        .format(message)
        .writeTo(piece -> out.writeBytes(piece.bytes()), encoding, Optional.empty());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static MimeMessage parsed(String bytes) throws Exception {
    return new MimeMessage(
        SESSION, new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
  }

  private static OutgoingMessage withSubject(String subject) {
    return SampleMessages.message(
        "ada@reader.example", new RenderedMail(subject, "<p>Hi</p>", "Hi\n"), Map.of());
  }

  @Test
  void textAndHtmlAreAlternatives() throws Exception {
    RenderedMail content = new RenderedMail("Über Δ", "<p>Über Δ\n</p>", "Über Δ\n.\nend\n");
    MimeMessage message =
        parsed(
            bytes(
                SampleMessages.message(
                    "ada@reader.example",
                    content,
                    Map.of("List-Unsubscribe", "<https://lab.example/unsubscribe/abc>"))));
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Über Δ\r\n.\r\nend\r\n");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Über Δ\r\n</p>");
    assertThat(message.getSubject()).isEqualTo("Über Δ");
    assertThat(message.getMessageID()).isEqualTo("<0123456789abcdef@lab.example>");
    assertThat(message.getHeader("From", null)).isEqualTo("Offprint <papers@lab.example>");
    assertThat(message.getHeader("To", null)).isEqualTo("ada@reader.example");
    assertThat(message.getHeader("Date", null)).isEqualTo("Tue, 24 Nov 2026 06:00:00 +0000");
    assertThat(message.getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://lab.example/unsubscribe/abc>");
  }

  @Test
  void eachMessageComesBackToAnAddressOfItsOwn() throws Exception {
    OutgoingMessage message = SampleMessages.to("ada@reader.example");

    assertThat(new MessageFormat("bounces@lab.example").format(message).sender())
        .isEqualTo("bounces+0123456789abcdef@lab.example");
    assertThat(new MessageFormat("").format(message).sender()).isEqualTo("papers@lab.example");
  }

  @Test
  void withoutHtmlThereIsOnlyText() throws Exception {
    OutgoingMessage with = SampleMessages.to("ada@reader.example");
    OutgoingMessage without =
        new OutgoingMessage(
            with.messageId(),
            with.from(),
            with.to(),
            with.headers(),
            with.content(),
            false,
            with.date());
    MimeMessage message = parsed(bytes(without));
    assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(message.getContent()).isEqualTo("A paper about relays.\r\n");
  }

  @Test
  void aSubjectCannotBeginAHeader() throws Exception {
    MimeMessage message = parsed(bytes(withSubject("Papers\r\nBcc: eve@x.example\r\n\r\nbody")));
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getSubject()).isEqualTo("Papers Bcc: eve@x.example body");
  }

  @Test
  void aHeaderCannotBeginAnother() throws Exception {
    MimeMessage message =
        parsed(
            bytes(
                SampleMessages.message(
                    "ada@reader.example",
                    SampleMessages.CONTENT,
                    Map.of("List-Id", "x\r\nBcc: eve@x.example"))));
    assertThat(message.getHeader("Bcc")).isNull();
  }

  @Test
  void whatLooksEncodedIsShownAsItWasWritten() throws Exception {
    assertThat(parsed(bytes(withSubject("=?utf-8?q?Hello?="))).getSubject())
        .isEqualTo("= ?utf-8?q?Hello?=");
  }

  private static OutgoingMessage from(String mailbox) {
    OutgoingMessage usual = SampleMessages.to("ada@reader.example");
    return new OutgoingMessage(
        usual.messageId(),
        mailbox,
        usual.to(),
        usual.headers(),
        usual.content(),
        true,
        usual.date());
  }

  @Test
  void aMailboxThatIsNoneIsRefused() {
    assertThatThrownBy(() -> bytes(from("Papers at the Lab"))).isInstanceOf(AddressException.class);
  }

  @Test
  void theSendersNameIsEncodedAndCannotBeginAHeader() throws Exception {
    MimeMessage message =
        parsed(bytes(from("\"Pässe\r\nBcc: eve@x.example\" <papers@lab.example>")));
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getFrom()[0].toString()).contains("<papers@lab.example>");
    assertThat(((InternetAddress) message.getFrom()[0]).getPersonal())
        .isEqualTo("Pässe Bcc: eve@x.example");
  }

  @Property(tries = 300)
  void anyTextStaysItselfInLinesThatSmtpCanCarry(@ForAll String subject, @ForAll String text)
      throws Exception {
    String wellFormed = wellFormed(text).replaceAll("\\R", "\r\n");
    OutgoingMessage message =
        SampleMessages.message(
            "ada@reader.example",
            new RenderedMail(subject + " " + "long".repeat(300), wellFormed, wellFormed),
            Map.of());
    for (TransferEncoding encoding : TransferEncoding.values()) {
      if (encoding == TransferEncoding.EIGHT_BIT
          && !new MessageFormat("").format(message).fitsEightBit()) {
        continue;
      }
      String bytes = bytes(message, encoding);

      assertThat(bytes.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
      assertThat(bytes.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
      MimeMultipart parts = (MimeMultipart) parsed(bytes).getContent();
      assertThat(parts.getBodyPart(1).getContent()).isEqualTo(wellFormed);
    }
  }

  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
