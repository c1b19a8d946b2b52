package dev.offprint.smtp;

import dev.offprint.sending.MailTransport;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.sending.SendOutcome;
import dev.offprint.smtp.RelaySession.RelayReply;
import dev.offprint.smtp.RelaySession.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
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

  /**
   * One try.
   *
   * @param sessionLost whether the session ended before the message's content was sent
   */
  private record Attempt(SendOutcome outcome, boolean sessionLost) {}

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
    if (mostMessages > 0 && messages >= mostMessages) {
      close();
    }
    boolean kept = session != null;
    messages++;
    Attempt attempt = attempt(formatted);
    return kept && attempt.sessionLost() ? attempt(formatted).outcome() : attempt.outcome();
  }

  private Attempt attempt(FormattedMessage formatted) {
    RelaySession current = session;
    if (current == null) {
      current = sessions.get();
      try {
        current.open();
      } catch (MessagingException | RuntimeException e) {
        String why = problems.whileConnecting(e, current.refusal());
        return new Attempt(new SendOutcome.RelayUnavailable(why, problems.mayPass(e)), false);
      }
      session = current;
    }
    if (formatted.needsUtf8() && !current.offersUtf8()) {
      String why = "the relay takes ASCII addresses only (it does not offer SMTPUTF8)";
      return new Attempt(new SendOutcome.Rejected(why), false);
    }
    try {
      return new Attempt(new SendOutcome.Accepted(current.send(formatted)), false);
    } catch (MessagingException | RuntimeException e) {
      log.debug("{} did not take a message", current, e);
      Optional<RelayReply> refusal = current.refusal();
      boolean ended = refusal.isEmpty() || refusal.get().code() == 421;
      if (ended) {
        close();
      }
      return new Attempt(
          new Refusals(problems).meaning(current.stage(), refusal),
          ended && current.stage().compareTo(Stage.CONTENT) < 0);
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
