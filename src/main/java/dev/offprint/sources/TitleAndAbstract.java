package dev.offprint.sources;

import dev.offprint.text.Sentences;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * What a paper says of itself.
 *
 * @param title on one line, not empty
 * @param abstractText on one line, possibly empty
 */
record TitleAndAbstract(String title, String abstractText) {
  /** The most characters of a title that was not given. */
  static final int LONGEST = 200;

  /**
   * Takes the beginning of an abstract for its title: the first sentence, or of a long one the
   * words up to {@value #LONGEST} characters. Nothing is lost and nothing is there twice: title and
   * abstract together are the text that was given.
   *
   * @param text on one line, not empty
   */
  static TitleAndAbstract untitled(String text) {
    TitleAndAbstract first = parted(text, Sentences.of(text).getFirst().length());
    return first.title.length() <= LONGEST ? first : parted(text, endOfWords(text));
  }

  private static int endOfWords(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ENGLISH);
    breaks.setText(text);
    // A blank behind the last word is not counted.
    int end = breaks.preceding(Math.min(text.length(), LONGEST + 2));
    while (end > 0 && text.substring(0, end).strip().length() > LONGEST) {
      end = breaks.previous();
    }
    if (end > 0) {
      return end;
    }
    return Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
  }

  private static TitleAndAbstract parted(String text, int end) {
    return new TitleAndAbstract(text.substring(0, end).strip(), text.substring(end).strip());
  }
}
