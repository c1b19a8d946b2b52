package dev.offprint.bounces;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.MailConfiguration.Bounces;
import dev.offprint.config.MailConfiguration.MailboxProtocol;
import dev.offprint.config.Security;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A mail server with one mailbox, which can be read by IMAP and POP3. */
public final class MailboxHost implements AutoCloseable {
  private static final String USER = "bounces@lab.example";
  private static final String PASSWORD = "lovelace";

  private final GreenMail server;
  private final GreenMailUser user;

  public MailboxHost(MailboxProtocol protocol, boolean tls) {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol + (tls ? "s" : "")));
    server.start();
    user = server.setUser(USER, PASSWORD);
  }

  public MailboxHost(MailboxProtocol protocol) {
    this(protocol, false);
  }

  /** How it is reached. */
  public Bounces settings(MailboxProtocol protocol) {
    return settings(protocol, Security.NONE, PASSWORD, "INBOX");
  }

  Bounces settings(MailboxProtocol protocol, Security security, String password, String folder) {
    return new Bounces(
        protocol,
        "127.0.0.1",
        port(),
        security,
        CertificateFile.NONE,
        folder,
        Login.withPassword(USER, password));
  }

  int port() {
    return (server.getImap() != null
            ? server.getImap()
            : server.getPop3() != null
                ? server.getPop3()
                : server.getImaps() != null ? server.getImaps() : server.getPop3s())
        .getPort();
  }

  public void deliver(String message) {
    try {
      user.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(Reports.bytes(message))));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The subjects of what is there. */
  public List<String> subjects() {
    return messages().stream().map(MailboxHost::subject).toList();
  }

  /** The subjects of what nobody has read, as a mail program would show them. */
  List<String> unread() {
    return messages().stream()
        .filter(message -> !has(message, Flags.Flag.SEEN))
        .map(MailboxHost::subject)
        .toList();
  }

  /** Deletes the first message as mail programs do, which only mark it. */
  void markFirstAsDeleted() {
    try {
      messages().getFirst().setFlag(Flags.Flag.DELETED, true);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<? extends Message> messages() {
    try {
      return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
          .map(stored -> stored.getMimeMessage())
          .toList();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(Message message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean has(Message message, Flags.Flag flag) {
    try {
      return Arrays.asList(message.getFlags().getSystemFlags()).contains(flag);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers nobody any more. */
  public void stop() {
    server.stop();
  }

  @Override
  public void close() {
    stop();
  }
}
