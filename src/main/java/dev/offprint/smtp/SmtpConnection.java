package dev.offprint.smtp;

import dev.offprint.sending.MailTransport;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.sending.SendOutcome;
import dev.offprint.smtp.RelaySession.RelayReply;
import dev.offprint.smtp.RelaySession.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session to the relay open across messages and makes a new one when it was lost. A
 * message that a kept session failed to take before its content was sent (the relay had closed it,
 * or has a limit for each connection) is tried once more on a new one.
 */
final class SmtpConnection implements MailTransport.Connection {
  private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

  private final MessageFormat format;
  private final Supplier<RelaySession> sessions;
  private final RelayProblems problems;
  private final int mostMessages;
  private @Nullable RelaySession session;
  private SendOutcome.@Nullable RelayUnavailable problem;
  private int messages;

  /**
   * A connection to the relay; none is made before the first message.
   *
   * @param mostMessages how many go over one session before a new one is made; 0 is no limit
   */
  SmtpConnection(
      MessageFormat format,
      Supplier<RelaySession> sessions,
      RelayProblems problems,
      int mostMessages) {
    this.mostMessages = mostMessages;
    this.format = format;
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  public Optional<SendOutcome.RelayUnavailable> connect() {
    if (mostMessages > 0 && messages >= mostMessages) {
      close();
    }
    return open() == null ? Optional.of(Objects.requireNonNull(problem)) : Optional.empty();
  }

  /** The session, or null after saying what the problem is. */
  private @Nullable RelaySession open() {
    if (session == null) {
      RelaySession made = sessions.get();
      try {
        made.open();
        session = made;
      } catch (MessagingException | RuntimeException e) {
        problem =
            new SendOutcome.RelayUnavailable(
                problems.whileConnecting(e, made.refusal()), problems.mayPass(e));
      }
    }
    return session;
  }

  @Override
  public SendOutcome send(OutgoingMessage message) {
    FormattedMessage formatted;
    try {
      formatted = format.format(message);
    } catch (AddressException e) {
      return new SendOutcome.RelayUnavailable(
          "mail.from is not a mailbox like \"Papers <papers@lab.example>\": " + e.getMessage(),
          false);
    } catch (IllegalArgumentException e) {
      return new SendOutcome.Rejected("it cannot be put into a message: " + e.getMessage());
    }
    RelaySession current = open();
    return current == null ? Objects.requireNonNull(problem) : send(formatted, current);
  }

  private SendOutcome send(FormattedMessage formatted, RelaySession current) {
    if (formatted.needsUtf8() && !current.offersUtf8()) {
      String why = "the relay takes ASCII addresses only (it does not offer SMTPUTF8)";
      return new SendOutcome.Rejected(why);
    }
    boolean wasUsed = messages > 0;
    messages++;
    try {
      return new SendOutcome.Accepted(current.send(formatted));
    } catch (MessagingException | RuntimeException e) {
      log.debug("{} did not take a message", current, e);
      Optional<RelayReply> refusal = current.refusal();
      boolean ended = refusal.isEmpty() || refusal.get().code() == 421;
      if (ended) {
        close();
      }
      return ended && wasUsed && current.stage().compareTo(Stage.CONTENT) < 0
          ? new SendOutcome.ConnectionLost()
          : new Refusals(problems).meaning(current.stage(), refusal);
    }
  }

  @Override
  public void close() {
    if (session != null) {
      try {
        session.close();
      } catch (MessagingException e) {
        log.debug("{} was not closed in order", session, e);
      }
      session = null;
      messages = 0;
    }
  }
}
