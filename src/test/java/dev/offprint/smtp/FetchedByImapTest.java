package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SampleMails;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail that lies in a mailbox comes out of it, by IMAP (RFC 9051), as it was written. */
class FetchedByImapTest {
  private static final String ADDRESS = "ada@example.org";

  private final GreenMail mailbox =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());

  @BeforeEach
  void start() {
    mailbox.start();
    mailbox.setUser(ADDRESS, "a password");
  }

  @AfterEach
  void stop() {
    mailbox.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"EIGHT_BIT", "QUOTED_PRINTABLE"})
  void everyOctetIsWhatWasWritten(TransferEncoding encoding) throws Exception {
    for (Map.Entry<String, RenderedMail> mail : SampleMails.all().entrySet()) {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      new MessageFormat("")
          .format(SampleMessages.message(ADDRESS, mail.getValue(), Map.of()))
          .writeTo(piece -> written.writeBytes(piece.bytes()), encoding, Optional.empty());
      deliver(written.toByteArray());
      assertSame(mail.getKey(), mail.getValue(), written.toByteArray());
    }
  }

  private void deliver(byte[] written) throws Exception {
    mailbox
        .getUserManager()
        .getUser(ADDRESS)
        .deliver(
            new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(written)));
  }

  private void assertSame(String name, RenderedMail mail, byte[] written) throws Exception {
    try (Store store = mailbox.getImap().createStore()) {
      store.connect("127.0.0.1", mailbox.getImap().getPort(), ADDRESS, "a password");
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        Message fetched = inbox.getMessage(inbox.getMessageCount());
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        fetched.writeTo(octets);
        assertThat(octets.toString(StandardCharsets.UTF_8))
            .as(name)
            .isEqualTo(new String(written, StandardCharsets.UTF_8));
        MimeMultipart parts = (MimeMultipart) fetched.getContent();
        assertThat(text(parts, 0)).as(name).isEqualTo(withoutLastEnd(mail.text()));
        assertThat(text(parts, 1)).as(name).isEqualTo(withoutLastEnd(mail.html()));
      }
    }
  }

  private static String text(MimeMultipart parts, int part) throws Exception {
    return withoutLastEnd(((String) parts.getBodyPart(part).getContent()).replace("\r\n", "\n"));
  }

  /** The last end of a line may belong to the boundary (RFC 2046, section 5.1.1). */
  private static String withoutLastEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
