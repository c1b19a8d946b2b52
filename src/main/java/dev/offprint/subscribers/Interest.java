package dev.offprint.subscribers;

import java.util.regex.Pattern;

/**
 * One line a subscriber wrote: keywords, a {@code "phrase"}, {@code author:}, {@code cat:}, a
 * {@code -exclusion}, or free text.
 *
 * @param line on one line, white space folded, 1 to {@value #MAX_LENGTH} characters
 */
public record Interest(String line) {
  /** The most characters a subscriber's interest may have. */
  public static final int MAX_LENGTH = 500;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Zs}]+");

  /**
   * Folds white space and drops control characters.
   *
   * @throws IllegalArgumentException when nothing is left or it is too long; the message is fit for
   *     the subscriber
   */
  public Interest {
    // Those that come from the database are, and it is millions that do.
    if (!isFoldedAscii(line)) {
      line = BLANKS.matcher(line).replaceAll(" ").strip();
    }
    if (line.isEmpty()) {
      throw new IllegalArgumentException("an interest is empty");
    }
    if (line.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an interest has "
              + line.length()
              + " characters, and at most "
              + MAX_LENGTH
              + " are taken");
    }
  }

  private static boolean isFoldedAscii(String line) {
    boolean blankBefore = true;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      boolean blank = character == ' ';
      if (character < ' ' || character > '~' || (blank && blankBefore)) {
        return false;
      }
      blankBefore = blank;
    }
    return !blankBefore;
  }
}
