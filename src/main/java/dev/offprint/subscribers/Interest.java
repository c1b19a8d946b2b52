package dev.offprint.subscribers;

import dev.offprint.messages.Message;
import dev.offprint.messages.Unacceptable;
import dev.offprint.text.Blanks;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line a subscriber wrote: keywords, a {@code "phrase"}, {@code author:}, {@code cat:}, a
 * {@code -exclusion}, or free text; and at its end, if it is to reach less or more far than usual,
 * {@code ~strict} or {@code ~broad}.
 *
 * @param line on one line, white space folded, 1 to {@value #MAX_LENGTH} characters
 */
public record Interest(String line) {
  /** The most characters a subscriber's interest may have. */
  public static final int MAX_LENGTH = 500;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Zs}]+");
  private static final Pattern REACH =
      Pattern.compile("\\s*~\\s*(?<reach>strict|normal|broad)\\s*$", Pattern.CASE_INSENSITIVE);

  /**
   * Folds white space, drops control characters and writes the reach in one way.
   *
   * @throws Unacceptable when nothing is left or it is too long; the message is fit for the
   *     subscriber
   */
  public Interest {
    // Those that come from the database are, and it is millions that do.
    if (!Blanks.areFolded(line)) {
      line = BLANKS.matcher(line).replaceAll(" ").strip();
    }
    if (line.indexOf('~') >= 0) {
      line = written(textOf(line), reachOf(line));
    }
    if (line.isEmpty() || (line.charAt(0) == '~' && textOf(line).isEmpty())) {
      throw new Unacceptable(Message.of("interest.empty"));
    }
    if (line.length() > MAX_LENGTH) {
      throw new Unacceptable(Message.of("interest.long", line.length(), MAX_LENGTH));
    }
  }

  /** What is looked for, without the reach. */
  public String text() {
    return line.indexOf('~') < 0 ? line : textOf(line);
  }

  /** How far it reaches. */
  public Reach reach() {
    return line.indexOf('~') < 0 ? Reach.NORMAL : reachOf(line);
  }

  /** The same with another reach. */
  public Interest with(Reach reach) {
    return new Interest(written(text(), reach));
  }

  private static String written(String text, Reach reach) {
    return reach == Reach.NORMAL ? text : (text + " ~" + reach.word()).stripLeading();
  }

  private static String textOf(String line) {
    return REACH.matcher(line).replaceFirst("");
  }

  private static Reach reachOf(String line) {
    Matcher reach = REACH.matcher(line);
    return reach.find()
        ? Reach.valueOf(reach.group("reach").toUpperCase(Locale.ROOT))
        : Reach.NORMAL;
  }
}
