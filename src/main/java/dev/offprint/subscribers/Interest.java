package dev.offprint.subscribers;

/**
 * One line a subscriber wrote: keywords, a {@code "phrase"}, {@code author:}, {@code cat:}, a
 * {@code -exclusion}, or free text.
 *
 * @param line on one line, white space folded, 1 to {@value #MAX_LENGTH} characters
 */
public record Interest(String line) {
  /** The most characters a subscriber's interest may have. */
  public static final int MAX_LENGTH = 500;

  /**
   * Folds white space and drops control characters.
   *
   * @throws IllegalArgumentException when nothing is left or it is too long; the message is fit for
   *     the subscriber
   */
  public Interest {
    line = line.replaceAll("[\\s\\p{Cntrl}\\p{Zs}]+", " ").strip();
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
}
