package dev.offprint.smtp;

import dev.offprint.access.AccessTokens;
import dev.offprint.access.NoAccessToken;
import dev.offprint.access.RefusedToken;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.smtp.dkim.DkimSigner;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP session that knows how far it came: Angus's exceptions alone do not tell whether the
 * message was on its way.
 */
final class RelaySession extends SMTPTransport {
  /** Takes access tokens (developers.google.com/workspace/gmail/imap/xoauth2-protocol). */
  static final String XOAUTH2 = "XOAUTH2";

  private static final Pattern NEXT_LINE =
      Pattern.compile("\\s*\\R\\d{3}[- ](?:\\d\\.\\d{1,3}\\.\\d{1,3} )?");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** The relay is about to end the connection (RFC 5321, section 3.8). */
  private static final int CLOSING = 421;

  /** The relay asks for more (RFC 4954, section 4), which after a token means that it refuses. */
  private static final int CONTINUE = 334;

  private final RelaySockets sockets;
  private final WireOctets octets = new WireOctets();
  private final SmtpConfiguration settings;
  private final Optional<AccessTokens> tokens;
  private final Optional<DkimSigner> signer;
  private Stage stage = Stage.CONNECT;
  private @Nullable RelayReply refusal;
  // The steps whose answers are still to be read, in order.
  private final Queue<Stage> unanswered = new ArrayDeque<>();

  /** The step that an answer belongs to. */
  enum Stage {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    /** The message is being written. */
    CONTENT,
    /** It was written whole; whether the relay has it is not known until it answers. */
    END
  }

  /**
   * What the relay answered.
   *
   * @param code of three digits
   * @param text with the code, on one line
   */
  record RelayReply(int code, String text) {}

  RelaySession(
      Session session,
      RelaySockets sockets,
      SmtpConfiguration settings,
      Optional<AccessTokens> tokens,
      Optional<DkimSigner> signer) {
    super(
        session, new URLName("smtp", settings.host(), settings.effectivePort(), null, null, null));
    this.sockets = sockets;
    this.settings = settings;
    this.tokens = tokens;
    this.signer = signer;
  }

  /**
   * Connects, protects the connection and logs in as configured. When the relay refuses an access
   * token, another one is tried once.
   *
   * @throws MessagingException when any of it is not possible
   * @throws NoAccessToken when there is none to log in with
   */
  void open() throws MessagingException {
    if (tokens.isEmpty()) {
      open(settings.login().password());
    } else {
      tokens
          .get()
          .logIn(this::open, e -> e instanceof AuthenticationFailedException && refusal != null);
    }
  }

  private void open(String password) throws MessagingException {
    stage = Stage.CONNECT;
    refusal = null;
    String username = settings.login().username();
    boolean login = !username.isEmpty();
    connect(
        settings.host(),
        settings.effectivePort(),
        login ? username : null,
        login ? password : null);
    if (login && !supportsExtension("AUTH") && !supportsExtension("AUTH=LOGIN")) {
      close();
      throw new LoginNotOffered();
    }
  }

  /** The relay does not offer to log in; Angus would go on without. */
  static final class LoginNotOffered extends MessagingException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Sends one message to its recipient; returns the relay's answer.
   *
   * <p>Where it offers PIPELINING (RFC 2920), the relay is told the sender, the recipient and that
   * the content follows without waiting for the answers between.
   */
  synchronized String send(FormattedMessage message) throws MessagingException {
    refusal = null;
    stage = Stage.MAIL;
    // A relay further on may encode eight bits, which breaks a signature (RFC 6376, section 5.3).
    boolean eightBit = signer.isEmpty() && supportsExtension("8BITMIME") && message.fitsEightBit();
    String mail =
        "MAIL FROM:<"
            + message.sender()
            + (eightBit ? "> BODY=8BITMIME" : ">")
            + (message.needsUtf8() ? " SMTPUTF8" : "");
    String recipient = "RCPT TO:<" + message.recipient() + ">";
    try {
      octets.clear();
      if (supportsExtension("PIPELINING")) {
        octets.command(mail).command(recipient);
        unanswered.addAll(List.of(Stage.MAIL, Stage.RCPT));
      } else {
        ask(Stage.MAIL, mail);
        ask(Stage.RCPT, recipient);
      }
      // The relay may wait for the content although it refused what went before (RFC 2920, 3.1).
      unanswered.add(Stage.DATA);
      sockets.write(octets.command("DATA"));
      awaitAnswer(354);
      octets.clear();
      if (refusal == null) {
        stage = Stage.CONTENT;
        message.writeTo(
            octets::content,
            eightBit ? TransferEncoding.EIGHT_BIT : TransferEncoding.QUOTED_PRINTABLE,
            signer);
      }
      unanswered.add(Stage.END);
      sockets.write(octets.end());
      awaitAnswer(250);
    } catch (IOException e) {
      throw new MessagingException("the message could not be written", e);
    } finally {
      unanswered.clear();
    }
    if (refusal != null) {
      throw new NotTaken();
    }
    return oneLine(getLastServerResponse());
  }

  private void awaitAnswer(int expected) throws MessagingException {
    int code = readServerResponse();
    if (code != expected) {
      if (code >= 0 && code != CLOSING) {
        simpleCommand("RSET");
      }
      throw new NotTaken();
    }
  }

  private void ask(Stage step, String command) throws MessagingException {
    unanswered.add(step);
    if (simpleCommand(command) / 100 != 2) {
      simpleCommand("RSET");
      throw new NotTaken();
    }
  }

  /** The relay did not take the message. */
  static final class NotTaken extends MessagingException {
    private static final long serialVersionUID = 1L;
  }

  /** How far the message came, or the step at which something was first refused. */
  Stage stage() {
    return stage;
  }

  /** The first answer that refused something, if there was one. */
  Optional<RelayReply> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** What the relay showed; empty without TLS. */
  Optional<RelayCertificate> certificate() {
    return sockets.certificate();
  }

  /** Whether the relay can take addresses outside ASCII; to be asked while connected. */
  boolean offersUtf8() {
    return super.supportsExtension("SMTPUTF8");
  }

  /** Angus logs each relay that does not offer SMTPUTF8, which most never need. */
  @Override
  public boolean supportsExtension(String extension) {
    return extension.equals("SMTPUTF8") || super.supportsExtension(extension);
  }

  /** Reads all answers that are awaited; the last one is that of the latest command. */
  @Override
  protected int readServerResponse() throws MessagingException {
    int code = readAnswer(unanswered.poll());
    while (!unanswered.isEmpty() && code >= 0 && code != CLOSING) {
      code = readAnswer(unanswered.remove());
    }
    unanswered.clear();
    return code;
  }

  private int readAnswer(@Nullable Stage step) throws MessagingException {
    if (step != null && refusal == null) {
      stage = step;
    }
    int code = super.readServerResponse();
    if (refusal == null && code >= 400) {
      refusal = new RelayReply(code, oneLine(getLastServerResponse()));
    } else if (refusal == null && code == CONTINUE && tokens.isPresent()) {
      refusal = new RelayReply(code, refusedToken(getLastServerResponse()));
    }
    // Any answer of success will do, but Angus knows one alone.
    return step == Stage.END && code / 100 == 2 ? 250 : code;
  }

  private static String refusedToken(String challenge) {
    return RefusedToken.inWords(challenge.substring(3)).orElse("it does not say why");
  }

  /** An answer of several lines repeats its code in each (RFC 5321, section 4.2.1). */
  private static String oneLine(@Nullable String response) {
    String text = response == null ? "" : response.strip();
    String joined = NEXT_LINE.matcher(text).replaceAll(" ");
    String clean = CONTROL.matcher(joined).replaceAll(" ").strip();
    return clean.length() <= 500 ? clean : clean.substring(0, 500) + "…";
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s:%d", settings.host(), settings.effectivePort());
  }
}
