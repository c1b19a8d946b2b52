package dev.offprint.bounces;

import dev.offprint.access.ServerAccess;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.MailConfiguration.MailboxProtocol;
import dev.offprint.config.Security;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;

/**
 * An open mailbox, by IMAP (RFC 9051) or POP3 (RFC 1939).
 *
 * <p>Jakarta Mail only carries the bytes here; it never parses a message, and reading one leaves
 * its flags as they are.
 */
final class MailboxConnection implements AutoCloseable {
  /** What one request fetches; the library's own 16 KB cost a round trip each. */
  private static final String FETCH_BYTES = Integer.toString(256 * 1024);

  private final Store store;
  private final Folder folder;
  private final List<Message> removed = new ArrayList<>();

  private MailboxConnection(Store store, Folder folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * Logs in and opens the folder.
   *
   * @param limit how long the host may take to be connected to, and for each part of an answer
   */
  static MailboxConnection open(
      MailConfiguration.Bounces settings, ServerAccess access, Duration limit)
      throws MessagingException {
    boolean pop = settings.protocol() == MailboxProtocol.POP3;
    Store store =
        new MailboxLogin(settings, access.tokens()).open(properties(settings, access, limit));
    try {
      // POP3 knows no other.
      Folder folder = store.getFolder(pop ? "INBOX" : settings.folder());
      folder.open(Folder.READ_WRITE);
      return new MailboxConnection(store, folder);
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Properties properties(
      MailConfiguration.Bounces settings, ServerAccess access, Duration limit) {
    String prefix = "mail." + settings.protocol() + ".";
    Security security = settings.security();
    Properties properties = new Properties();
    properties.put(prefix + "connectiontimeout", Long.toString(limit.toMillis()));
    properties.put(prefix + "timeout", Long.toString(limit.toMillis()));
    properties.put(prefix + "ssl.enable", "" + (security == Security.TLS));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.socketFactory", access.tls().getSocketFactory());
    properties.put(prefix + "socketFactory.fallback", "false");
    properties.put(prefix + "starttls.enable", "" + (security == Security.STARTTLS));
    properties.put(prefix + "starttls.required", "" + (security == Security.STARTTLS));
    properties.put("mail.imap.peek", "true");
    properties.put("mail.imap.fetchsize", FETCH_BYTES);
    return properties;
  }

  /** Every message, oldest first. */
  List<Message> messages() throws MessagingException {
    Message[] messages = folder.getMessages();
    FetchProfile wanted = new FetchProfile();
    wanted.add(UIDFolder.FetchProfileItem.UID);
    wanted.add(FetchProfile.Item.SIZE);
    folder.fetch(messages, wanted);
    return List.of(messages);
  }

  /**
   * What names a message in this mailbox for good (RFC 9051, section 2.3.1.1; RFC 1939, section 7);
   * null when the host has no such name.
   */
  @Nullable String uid(Message message) throws MessagingException {
    return switch (folder) {
      case IMAPFolder imap -> imap.getUIDValidity() + ":" + imap.getUID(message);
      case POP3Folder pop -> pop.getUID(message);
      default -> null;
    };
  }

  /**
   * The bytes of a message.
   *
   * @throws MessageTooLarge when there are more than {@code most}
   */
  byte[] read(Message message, int most) throws MessagingException, IOException {
    if (message.getSize() > most) {
      throw new MessageTooLarge();
    }
    LimitedBytes bytes = new LimitedBytes(most); // What the host says of the size may be wrong.
    message.writeTo(bytes);
    return bytes.toByteArray();
  }

  /** Marks a message; {@link #finish} removes it. */
  void remove(Message message) throws MessagingException {
    message.setFlag(Flags.Flag.DELETED, true);
    removed.add(message);
  }

  /** Whether the host is still there after an error with one message. */
  boolean isOpen() {
    return folder.isOpen() && store.isConnected();
  }

  /** Removes what was marked, and where the host can (RFC 4315) nothing that others marked. */
  void finish() throws MessagingException {
    if (folder instanceof IMAPFolder imap && ((IMAPStore) store).hasCapability("UIDPLUS")) {
      if (!removed.isEmpty()) {
        imap.expunge(removed.toArray(Message[]::new));
      }
      imap.close(false);
    } else {
      folder.close(!removed.isEmpty());
    }
  }

  /** Removes nothing. */
  @Override
  public void close() {
    try {
      if (folder.isOpen()) {
        folder.close(false);
      }
      store.close();
    } catch (MessagingException e) {
      // The host is gone, and knows what it was told.
    }
  }
}
