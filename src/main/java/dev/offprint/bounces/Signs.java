package dev.offprint.bounces;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the header and the words of a message say of who wrote it, a mail system or a person. */
final class Signs {
  private static final Pattern DAEMON =
      Pattern.compile(
          "mailer-?daemon|post_?master|mail[ ._-]?deliver|delivery (sub)?system|mdaemon|mail system"
              + "|system administrator|mail administrator|<>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MACHINE =
      Pattern.compile("mailer-?daemon|mail[ ._-]?deliver", Pattern.CASE_INSENSITIVE);
  private static final Pattern SUBJECT =
      Pattern.compile(
          "undeliver|not (be )?deliver|failure notice|returned? (mail|to sender)|delivery"
              + " (status|failure|failed|error|problem|has"
              + " failed|report|notification|delay)|(mail|message|email) (delivery|failure|system"
              + " error|could not)|deliver(y|ing)? .{0,20}(fail|error)|error sending your"
              + " mail|bounce|non[- ]?remis|unzustellbar|nicht zugestellt|no se (ha )?(pudo|podido)"
              + " entregar|mancata consegna|errors from|could not send|mail failed",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FAILURE =
      Pattern.compile(
          "(not|n't|un|unable to|cannot|couldn't|failed to) ?(be"
              + " )?(deliver|reach|sent)|undeliverable|deliver\\w{0,4} .{0,60}fail|permanent (fatal"
              + " )?error|returned to (you|sender)|rejected|user unknown|no such user|does not"
              + " exist|delivery (errors?|failed|failure)|transcript of session|bounced",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DELAYED =
      Pattern.compile(
          "warning message only|has been delayed|will be retried|not yet been delivered|has not"
              + " yet|will (keep|continue) trying|still being tried|do not need to resend|delivery"
              + " attempts will continue|temporarily delayed",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DELAY_SUBJECT =
      Pattern.compile("\\bdelay(ed)?\\b|^warning\\b|still being retried", Pattern.CASE_INSENSITIVE);
  private static final Pattern AWAY =
      Pattern.compile(
          "out of (the )?office|automatic(ally)? (reply|response)|auto[-"
              + " ]?(reply|response|responder|answer)|^auto:|vacation|holiday|^away\\b|away"
              + " (until|from)|abwesen|r[ée]ponse automatique|absence du bureau|respuesta"
              + " autom|resposta autom|risposta autom|automatisch antwoord|自動応答|自動返信|автоответ",
          Pattern.CASE_INSENSITIVE);

  /** Amazon's mail service reports by JSON, which may be sent on as mail. */
  private static final String AMAZON_BOUNCE = "bouncedRecipients";

  private static final String AMAZON_COMPLAINT = "complainedRecipients";

  private final Message message;

  Signs(Message message) {
    this.message = message;
  }

  /** Whether a mail system speaks of a mail that it could not deliver. */
  boolean ofFailure() {
    if (isReport() || start().contains(AMAZON_BOUNCE)) {
      return true;
    }
    boolean suspected = isFromDaemon() || hasNullSender() || isSubjectOfFailure();
    boolean said = isSubjectOfFailure() || FAILURE.matcher(start()).find();
    return (suspected && said) || (isFromDaemon() && !Codes.of("", start()).isEmpty());
  }

  /** Whether it is a complaint in a form of its own. */
  boolean ofComplaint() {
    return start().contains(AMAZON_COMPLAINT);
  }

  /** Whether it says in words that the mail is still being tried. */
  boolean ofDelay() {
    return DELAY_SUBJECT.matcher(subject()).find() || DELAYED.matcher(start()).find();
  }

  /** A reply by a program (RFC 3834), as opposed to a report by a mail system. */
  boolean ofAutomaticReply() {
    if (isReport() || !message.failedByHeader().isEmpty()) {
      return false;
    }
    Fields header = message.header();
    boolean away =
        (AWAY.matcher(subject()).find() && !isSubjectOfFailure())
            || header.has("X-Autoreply")
            || header.has("X-Autorespond")
            || header.first("Precedence").toLowerCase(Locale.ROOT).startsWith("auto");
    boolean replied =
        header.first("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied");
    // Some mail systems say so of their reports as well; those know a code, or say who they are.
    boolean system =
        MACHINE.matcher(header.first("From")).find() || !Codes.of("", start()).isEmpty();
    return (away || replied) && !system;
  }

  /** Whether a mail system wrote it, whatever it says. */
  boolean ofMailSystem() {
    return isReport() || isFromDaemon() || hasNullSender();
  }

  private boolean isReport() {
    String type = message.header().first("Content-Type").toLowerCase(Locale.ROOT);
    return type.startsWith("multipart/report") && !type.contains("disposition-notification");
  }

  private boolean isFromDaemon() {
    return DAEMON.matcher(message.header().first("From")).find()
        || MACHINE.matcher(message.header().first("Return-Path")).find();
  }

  private boolean hasNullSender() {
    return message.header().first("Return-Path").equals("<>");
  }

  private boolean isSubjectOfFailure() {
    return SUBJECT.matcher(subject()).find();
  }

  private String subject() {
    return message.header().first("Subject");
  }

  private String start() {
    String words = message.notice().words();
    return words.length() > 8_000 ? words.substring(0, 8_000) : words;
  }
}
