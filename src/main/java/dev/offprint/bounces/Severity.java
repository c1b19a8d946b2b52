package dev.offprint.bounces;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an address is worth another attempt.
 *
 * <p>Hard is only what is wrong with the address itself. A refusal because of the content, the
 * sender's network or a policy is permanent for that mail, and says nothing of the address: a relay
 * on a block list would otherwise cost every subscriber behind it.
 */
public enum Severity {
  HARD,
  SOFT;

  private static final Pattern FULL =
      text(
          "(mailbox|mail box|inbox|user|account|disk|storage|message"
              + " store|maildir)\\W{1,3}(\\w{1,20} ){0,3}(is"
              + " )?(full|exceed|over)|quota|insufficient (system )?(storage|disk)|not enough"
              + " (storage|space|disk)|out of (disk )?space|exceed(s|ed)? (the"
              + " )?(allowed|maximum|storage)|too (large|big)|size limit|storage limit");

  private static final Pattern GONE =
      text(
          "(user|recipient|mailbox|address|account|addressee|customer|userid|domain|host|alias)("
              + " name| id| email)?( \\S{1,100})?[\\s:,]{0,3}(is |was |has |does |could )?(be"
              + " )?(unknown|not (be )?(found|exist|known|recogni[sz]ed|listed|valid|available"
              + " here)|n't exist|doesn.t"
              + " exist|unavailable|disabled|inactive|closed|deactivated|deleted|terminated|suspended|locked|invalid|discontinued|expired|no"
              + " longer)|(unknown|invalid|no"
              + " such|non-?existent|bad|illegal|disabled|inactive|unrouteable|unroutable|undeliverable|dead|closed|obsolete|possibly"
              + " incorrect)[ -](local )?(final )?(delivery )?(destination"
              + " )?(user|recipient|mailbox|address|account|host|domain|addressee|local.part|person|alias|name)|user_?unknown|unknown.{0,20}in"
              + " local recipient table|no (such"
              + " )?(mailbox|user|recipient|account|person|address|one)\\b.{0,30}(here|by that"
              + " name|found)|no such (user|recipient|mailbox|person)|not a (known|valid)"
              + " (user|mailbox|recipient|address)|doesn.t have an? .{0,80}account|does not have"
              + " an? .{0,80}account|recipient address rejected: access denied|address (is"
              + " )?(possibly )?incorrect|all recipient addresses rejected|does not like"
              + " recipient|recipient not found|(has|have|been) (been"
              + " )?(disabled|discontinued|moved|closed)|account is locked|(domain|host)( name)?"
              + " (does not|doesn.t) exist|host( \\S{1,100})? not found|host unknown|couldn.t find"
              + " (any|a) (host|mail exchanger)|no mx|null ?mx|no smtp service|does not exist|name"
              + " or service not known|unknown to");

  private static final Pattern REFUSED =
      text(
          "spam|block|black.?list|reputation|policy|dmarc|\\bspf\\b|dkim|unauthenticated|reverse"
              + " dns|\\bptr\\b|rdns|banned|abuse|virus|malware|content|rate|throttl|too"
              + " many|greylist|gray.?list|hop count|loop|relay|not authori[sz]ed|permission|access"
              + " denied|sender"
              + "|header|rbl|spamhaus|listed|poor|unsolicited|suspicious|authenticat");

  private static final Pattern PASSING =
      text(
          "temporar|try again|timed? ?out|retry|expired|too"
              + " long|connection|unreachable|refused|deferred|could not deliver for|queue");

  private static Pattern text(String alternatives) {
    return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
  }

  /**
   * Judges by the enhanced status code, then by the SMTP reply code, then by the words.
   *
   * @param status as in RFC 3463; null when there is none
   * @param reply the SMTP reply code; null when there is none
   * @param words at most a few hundred characters
   */
  static Severity of(@Nullable String status, @Nullable Integer reply, String words) {
    if (status != null && !isVague(status)) {
      return ofStatus(status, words);
    }
    if (reply != null) {
      return ofReply(reply, words);
    }
    if (status != null && status.startsWith("4")) {
      return SOFT;
    }
    if (status != null) {
      return ofWords(words, HARD);
    }
    return ofWords(words, SOFT);
  }

  /** Says the class and nothing else (RFC 3463, section 3.1). */
  static boolean isVague(String status) {
    return status.endsWith(".0.0");
  }

  private static Severity ofStatus(String status, String words) {
    if (status.startsWith("4")) {
      return SOFT;
    }
    return switch (status.substring(2)) {
      case "1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.10", "2.1", "4.4" -> HARD;
      // The sender's address, a full mailbox, a long message, an expanded list.
      case "1.7", "1.8", "2.2", "2.3", "2.4" -> SOFT;
      default -> {
        boolean refused = status.startsWith("5.7.") && REFUSED.matcher(words).find();
        yield FULL.matcher(words).find() || refused || !gone(words) ? SOFT : HARD;
      }
    };
  }

  private static Severity ofReply(int reply, String words) {
    return switch (reply) {
      case 550, 551, 553 -> ofWords(words, HARD);
      // RFC 7504: the host takes no mail at all.
      case 521, 556 -> HARD;
      case 552 -> SOFT;
      default -> reply >= 500 ? ofWords(words, SOFT) : SOFT;
    };
  }

  private static Severity ofWords(String words, Severity otherwise) {
    if (FULL.matcher(words).find()) {
      return SOFT;
    }
    if (gone(words)) {
      return HARD;
    }
    return REFUSED.matcher(words).find() || PASSING.matcher(words).find() ? SOFT : otherwise;
  }

  private static boolean gone(String words) {
    return GONE.matcher(words).find();
  }
}
