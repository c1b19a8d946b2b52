package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one failure.
 *
 * @param status the enhanced status code that says most (RFC 3463)
 * @param reply the SMTP reply code (RFC 5321, section 4.2)
 * @param words what the host or the report says, on one line of at most 1,000 characters
 */
record Codes(@Nullable String status, @Nullable Integer reply, String words) {
  static final int MAX_DIAGNOSTIC = 300;
  private static final int MAX_SEARCHED = 4_000;
  private static final int MAX_WORDS = 1_000;
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?!\\d|\\.\\d)");
  private static final Pattern REPLY =
      Pattern.compile(
          "(?<![\\w.:/@-])([45][0-5]\\d)(?=[-\\s:\\]]|$)(?!\\s?(?:[kKmM]?[bB]ytes|seconds))");

  /**
   * Finds the codes.
   *
   * @param status the field {@code Status} of a report, or nothing
   * @param text what the host said, or the words of the report
   */
  static Codes of(String status, String text) {
    String searched = text.length() > MAX_SEARCHED ? text.substring(0, MAX_SEARCHED) : text;
    String said = first(STATUS, searched);
    String given = first(STATUS, status);
    String reply = first(REPLY, searched);
    boolean better = given == null || (Severity.isVague(given) && said != null);
    return new Codes(
        better ? said : given, reply == null ? null : Integer.valueOf(reply), oneLine(searched));
  }

  /** Finds the codes in a long text, and takes for the diagnostic the lines from there on. */
  static Codes anywhere(String text) {
    Matcher matcher = REPLY.matcher(text);
    int found = matcher.find() ? matcher.start() : -1;
    if (found < 0) {
      Matcher status = STATUS.matcher(text);
      found = status.find() ? status.start() : 0;
    }
    return of("", text.substring(text.lastIndexOf('\n', found) + 1));
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  boolean isEmpty() {
    return status == null && reply == null;
  }

  /** How much more is known than words. */
  int knows() {
    return (status == null ? 0 : 2) + (reply == null ? 0 : 1);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > MAX_WORDS ? line.substring(0, MAX_WORDS) : line;
  }

  /** The words, cut to what is worth keeping. */
  String diagnostic() {
    return words.length() > MAX_DIAGNOSTIC ? words.substring(0, MAX_DIAGNOSTIC) + "…" : words;
  }

  /** Whether they say what failed, and not only that something did. */
  boolean areTelling() {
    return Severity.told(status, reply, words).isPresent();
  }

  /** These, with what others add of the same failure where these do not say why it happened. */
  Codes or(Supplier<Codes> others) {
    if (areTelling() && !words.isEmpty()) {
      return this;
    }
    Codes more = others.get();
    if (!more.areTelling()) {
      return this;
    }
    boolean vague = status == null || (Severity.isVague(status) && more.status != null);
    return new Codes(
        vague ? more.status : status,
        reply == null ? more.reply : reply,
        oneLine(words + " " + more.words));
  }

  Severity severity() {
    return Severity.of(status, reply, words);
  }

  /** What they tell, or this where they tell nothing. */
  Severity severityOr(Severity untold) {
    return Severity.told(status, reply, words).orElse(untold);
  }

  /** What they tell, but not worse than this; and this where they tell nothing. */
  Severity severityAtMost(Severity worst) {
    return Collections.max(List.of(severityOr(worst), worst));
  }

  FailedRecipient recipient(EmailAddress address, @Nullable EmailAddress forwardedTo) {
    return new FailedRecipient(address, forwardedTo, severity(), status, diagnostic());
  }
}
