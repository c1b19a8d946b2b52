package dev.offprint.smtp;

import dev.offprint.sending.SendOutcome;
import dev.offprint.smtp.RelaySession.RelayReply;
import dev.offprint.smtp.RelaySession.Stage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a failed attempt means: for this message, or for all of them. The step counts as much
 * as the code (RFC 5321, section 4.3.2): only the recipient and the content are the message's own.
 */
final class Refusals {
  // A relay that wants a login, or does not know this client, says so about each recipient.
  private static final Pattern RELAYING_DENIED =
      Pattern.compile(
          "relay(ing)? (access )?(is )?(denied|not (permitted|allowed))|unable to relay");

  // What servers say to senders who are too fast (RFC 3463 has no code for it; 4.7.28 and 4.4.5 are
  // the nearest that are registered).
  private static final Pattern SLOW_DOWN =
      Pattern.compile(
          "\\b4\\.7\\.28\\b|\\b4\\.4\\.5\\b|slow(ing)? down|rate.?limit|(sending|message|mail)"
              + " rate|throttl|too (many|much)"
              + " (messages|mails?|emails|connections|sessions|recipients|concurrent|traffic)|too"
              + " fast|deferred due to (user complaints|unusual|excessive)|unusual rate|temporarily"
              + " deferred|(exceed|reach)\\w* .{0,40}(rate|limit|quota for)");

  /** A login is missing, whoever the message is for (RFC 4954, section 6). */
  private static final Set<Integer> LOGIN_MISSING = Set.of(530, 535, 538);

  private final RelayProblems problems;

  Refusals(RelayProblems problems) {
    this.problems = problems;
  }

  SendOutcome meaning(Stage stage, Optional<RelayReply> refusal) {
    return refusal.isPresent() ? answered(stage, refusal.get()) : lost(stage);
  }

  private SendOutcome answered(Stage stage, RelayReply answer) {
    int code = answer.code();
    boolean sender = stage.compareTo(Stage.MAIL) <= 0;
    boolean recipient = stage == Stage.RCPT;
    if (code == 421 && sender) {
      return new SendOutcome.RelayUnavailable(problems.busy(answer));
    }
    if ((sender || recipient) && LOGIN_MISSING.contains(code)) {
      return new SendOutcome.RelayUnavailable(problems.sender(answer), false);
    }
    if (code < 500) {
      return asksToSlowDown(answer)
          ? new SendOutcome.SlowDown(answer.text())
          : new SendOutcome.Deferred(answer.text());
    }
    if (sender && code != 552) { // which speaks of the message's size
      return new SendOutcome.RelayUnavailable(problems.sender(answer), false);
    }
    if (recipient && deniesRelaying(answer)) {
      // Probably the configuration; but perhaps this one recipient, who must not hold up the rest.
      return new SendOutcome.Deferred(problems.sender(answer));
    }
    return new SendOutcome.Rejected(answer.text());
  }

  private static boolean asksToSlowDown(RelayReply answer) {
    return SLOW_DOWN.matcher(answer.text().toLowerCase(Locale.ROOT)).find();
  }

  private static boolean deniesRelaying(RelayReply answer) {
    return RELAYING_DENIED.matcher(answer.text().toLowerCase(Locale.ROOT)).find();
  }

  private SendOutcome lost(Stage stage) {
    return switch (stage) {
      case CONNECT, MAIL -> new SendOutcome.RelayUnavailable(problems.lost());
      case RCPT, DATA ->
          new SendOutcome.Deferred("the connection was lost before the message was sent");
      case CONTENT ->
          new SendOutcome.Deferred("the connection was lost while the message was sent");
      case END ->
          new SendOutcome.Unconfirmed(
              "the connection was lost before the relay confirmed the message");
    };
  }
}
