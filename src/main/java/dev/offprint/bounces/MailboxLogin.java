package dev.offprint.bounces;

import dev.offprint.access.AccessTokens;
import dev.offprint.access.NoAccessToken;
import dev.offprint.config.MailConfiguration.Bounces;
import dev.offprint.config.MailConfiguration.MailboxProtocol;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** Logs in to the mailbox, with a password or with an access token. */
record MailboxLogin(Bounces settings, Optional<AccessTokens> tokens) {
  private static final String XOAUTH2 = "XOAUTH2";

  /**
   * Connects and logs in. When the host refuses an access token, another one is tried once.
   *
   * @param properties of the connection
   * @throws NoAccessToken when there is none to log in with
   */
  Store open(Properties properties) throws MessagingException {
    if (tokens.isEmpty()) {
      Store store = Session.getInstance(properties).getStore(settings.protocol().toString());
      connect(store, settings.login().password());
      return store;
    }
    Store store = takingTokens(properties);
    tokens
        .get()
        .logIn(token -> connect(store, token), e -> e instanceof AuthenticationFailedException);
    return store;
  }

  private Store takingTokens(Properties properties) throws MessagingException {
    properties.put("mail." + settings.protocol() + ".auth.mechanisms", XOAUTH2);
    // The line of the command has no room for a token (RFC 5034, section 4).
    properties.put("mail.pop3.auth.xoauth2.two.line.authentication.format", "true");
    Session session = Session.getInstance(properties);
    return settings.protocol() == MailboxProtocol.IMAP
        ? new TokenStore(session)
        : session.getStore(settings.protocol().toString());
  }

  private void connect(Store store, String password) throws MessagingException {
    store.connect(settings.host(), settings.effectivePort(), settings.login().username(), password);
  }

  /** Does not fall back to the command LOGIN, as Angus does, where tokens are not taken. */
  private static final class TokenStore extends IMAPStore {
    TokenStore(Session session) {
      super(session, new URLName("imap", null, -1, null, null, null));
    }

    @Override
    protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
      if (!protocol.hasCapability("AUTH=" + XOAUTH2)) {
        throw new ProtocolException(MailboxProblems.NO_METHOD);
      }
    }
  }
}
