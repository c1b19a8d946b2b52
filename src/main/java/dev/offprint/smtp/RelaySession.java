package dev.offprint.smtp;

import dev.offprint.config.Configuration;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP session that knows how far it came: Angus's exceptions alone do not tell whether the
 * message was on its way.
 */
final class RelaySession extends SMTPTransport {
  private final Configuration.Smtp settings;
  private Stage stage = Stage.CONNECT;
  private @Nullable Answer refusal;
  private boolean utf8Needed;

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
  record Answer(int code, String text) {}

  RelaySession(Session session, Configuration.Smtp settings) {
    super(
        session, new URLName("smtp", settings.host(), settings.effectivePort(), null, null, null));
    this.settings = settings;
  }

  /**
   * Connects, protects the connection and logs in as configured.
   *
   * @throws MessagingException when any of it is not possible
   */
  void open() throws MessagingException {
    stage = Stage.CONNECT;
    refusal = null;
    utf8Needed = true;
    boolean login = !settings.username().isEmpty();
    connect(
        settings.host(),
        settings.effectivePort(),
        login ? settings.username() : null,
        login ? settings.password() : null);
    if (login && !supportsExtension("AUTH") && !supportsExtension("AUTH=LOGIN")) {
      close();
      throw new LoginNotOffered();
    }
  }

  /** The relay does not offer to log in; Angus would go on without. */
  static final class LoginNotOffered extends MessagingException {
    private static final long serialVersionUID = 1L;
  }

  /** Sends one message to one recipient; returns the relay's answer. */
  String send(Message message, Address recipient, boolean needsUtf8) throws MessagingException {
    refusal = null;
    stage = Stage.MAIL;
    utf8Needed = needsUtf8;
    sendMessage(message, new Address[] {recipient});
    return oneLine(getLastServerResponse());
  }

  Stage stage() {
    return stage;
  }

  /** The first answer that refused something, if there was one. */
  Optional<Answer> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Whether the relay can take addresses outside ASCII; to be asked while connected. */
  boolean offersUtf8() {
    return super.supportsExtension("SMTPUTF8");
  }

  /**
   * Angus would use SMTPUTF8 for every message where it is offered, and such a message can be
   * refused further on by a server that does not offer it.
   */
  @Override
  public boolean supportsExtension(String extension) {
    if (extension.equals("SMTPUTF8")) {
      return utf8Needed;
    }
    return super.supportsExtension(extension);
  }

  @Override
  protected void rcptTo() throws MessagingException {
    stage = Stage.RCPT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    stage = Stage.DATA;
    OutputStream content = super.data();
    stage = Stage.CONTENT;
    return content;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    stage = Stage.END;
    super.finishData();
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (refusal == null && code >= 400) {
      refusal = new Answer(code, oneLine(getLastServerResponse()));
    }
    return code;
  }

  /** An answer of several lines repeats its code in each (RFC 5321, section 4.2.1). */
  private static String oneLine(@Nullable String response) {
    String text = response == null ? "" : response.strip();
    String joined = text.replaceAll("\\s*\\R\\d{3}[- ](?:\\d\\.\\d{1,3}\\.\\d{1,3} )?", " ");
    String clean = joined.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= 500 ? clean : clean.substring(0, 500) + "…";
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s:%d", settings.host(), settings.effectivePort());
  }
}
