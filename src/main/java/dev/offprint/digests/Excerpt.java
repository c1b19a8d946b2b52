package dev.offprint.digests;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;

/** Shortens text where a reader would pause, and says so with an ellipsis. */
final class Excerpt {

  /** Signs that lead on to something; so do quotation marks behind a blank. */
  private static final String OPENING = ",;:([{“„‘«&/–—-";

  /** Words that nothing ends with, in any case. */
  private static final Set<String> LEADING =
      Set.of(
          "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to",
          "via", "with");

  /** The same, but "Vitamin A" does end with one. */
  private static final Set<String> ARTICLES = Set.of("a", "an");

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
    String closed = begun.substring(0, withoutLooseEnd(begun));
    return (closed.isEmpty() ? begun : closed) + ELLIPSIS;
  }

  /** Where a text ends that does not lead on to something. */
  private static int withoutLooseEnd(String text) {
    int end = text.length();
    while (true) {
      int before = end;
      while (end > 0 && isLoose(text, end - 1)) {
        end--;
      }
      int word = end;
      while (word > 0 && !isBoundary(text.charAt(word - 1))) {
        word--;
      }
      String last = text.substring(word, end);
      if (word > 0
          && (ARTICLES.contains(last) || LEADING.contains(last.toLowerCase(Locale.ROOT)))) {
        end = word;
      }
      if (end == before) {
        return end;
      }
    }
  }

  private static boolean isLoose(String text, int at) {
    char sign = text.charAt(at);
    return Character.isWhitespace(sign)
        || OPENING.indexOf(sign) >= 0
        || ((sign == '"' || sign == '\'') && at > 0 && Character.isWhitespace(text.charAt(at - 1)));
  }

  private static boolean isBoundary(char sign) {
    return Character.isWhitespace(sign) || "([{“„‘«\"'".indexOf(sign) >= 0;
  }
}
