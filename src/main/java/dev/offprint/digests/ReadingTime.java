package dev.offprint.digests;

/** How long people read. */
final class ReadingTime {
  /** What people read in a minute (Brysbaert 2019, for prose of several hundred words). */
  private static final int WORDS_A_MINUTE = 238;

  private ReadingTime() {}

  /** In whole minutes, at least 1. */
  static int minutes(int words) {
    return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
  }

  /** An ideograph takes about as long as a word (Brysbaert 2019: 260 of them a minute). */
  static int words(String text) {
    long beyond = text.codePoints().filter(c -> c == ' ' || Character.isIdeographic(c)).count();
    return text.isEmpty() ? 0 : 1 + Math.toIntExact(beyond);
  }
}
