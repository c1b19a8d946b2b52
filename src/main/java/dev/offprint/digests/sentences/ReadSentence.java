package dev.offprint.digests.sentences;

import dev.offprint.search.EnglishText;
import dev.offprint.search.EnglishText.Token;
import java.util.List;

/**
 * One sentence of an abstract, as it is shown.
 *
 * @param tells how likely it says what was done or found, from 0 to 1; 0 for what is never shown
 * @param announces whether the authors say here for the first time what they do
 * @param dangles whether it leans on the sentence before it
 * @param shows whether it gives evidence, a comparison or figures
 * @param room how much it takes, in characters of Latin script
 */
record ReadSentence(
    String text,
    List<Token> tokens,
    double tells,
    boolean announces,
    boolean dangles,
    boolean shows,
    int room) {
  /** At most as likely as this, a sentence is background. */
  static final double LIKELY = 0.5;

  ReadSentence(String text, double tells, boolean announces, boolean dangles, boolean shows) {
    this(text, EnglishText.tokens(text), tells, announces, dangles, shows, room(text));
  }

  boolean isTelling() {
    return tells > LIKELY;
  }

  private static int room(String text) {
    // Ideographs and kana are twice as wide, and say as much more.
    return text.length() + (int) text.codePoints().filter(ReadSentence::isWide).count();
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0xAC00 && c <= 0xD7AF);
  }
}
