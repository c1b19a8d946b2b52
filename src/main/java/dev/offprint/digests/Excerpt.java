package dev.offprint.digests;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens text where a reader would pause, and says so with an ellipsis. */
final class Excerpt {

  /** What leads on to something: signs that open, and words that nothing ends with. */
  private static final Pattern LOOSE_END =
      Pattern.compile(
          "(?:[\\s,;:(\\[{“„‘«&/–—-]|(?<=\\s)[\"']"
              + "|(?<=[\\s(\\[{“„‘«\"'])(?:an?|(?i:and|as|at|by|for|from|in|into|of|on|or|the|to|via|with)))+$");

  /** More characters than a loose end has. */
  private static final int ENDING = 60;

  private static final char ELLIPSIS = '…';

  private Excerpt() {}

  /**
   * The first sentences, else the first words.
   *
   * @param limit the most characters, the ellipsis included
   */
  static String ofSentences(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(text);
    int end = sentences.preceding(limit);
    String whole = text.substring(0, end).strip() + " " + ELLIPSIS;
    // A sentence that ends early leaves too little to judge the paper by.
    return end >= limit * 2 / 3 && whole.length() <= limit ? whole : ofWords(text, limit);
  }

  /**
   * The first words; in a script without blanks, or in one endless word, the first characters.
   *
   * @param limit the most characters, the ellipsis included
   */
  static String ofWords(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = text.lastIndexOf(' ', limit - 1);
    if (end < limit / 2) {
      BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ENGLISH);
      characters.setText(text);
      end = characters.preceding(limit);
    }
    String begun = text.substring(0, end);
    // Only its end matters.
    Matcher loose =
        LOOSE_END
            .matcher(begun)
            .region(Math.max(0, begun.length() - ENDING), begun.length())
            .useTransparentBounds(true);
    String closed = loose.find() ? begun.substring(0, loose.start()) : begun;
    return (closed.isEmpty() ? begun : closed) + ELLIPSIS;
  }
}
