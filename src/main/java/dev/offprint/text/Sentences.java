package dev.offprint.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts clean text, see {@link PlainText}, into whole sentences.
 *
 * <p>Where sentences can end at all is told by Unicode Standard Annex 29, section 5, as the JDK has
 * it; {@link SentenceEnd} then judges full stops, question and exclamation marks by the words
 * around them.
 */
public final class Sentences {
  /** A bracket or quotation that stays open for longer was never meant to be closed. */
  private static final int LONGEST_ASIDE = 200;

  private static final int LONGEST_HEADING = 60;

  private static final List<String> PAIRS = List.of("()", "[]", "“”");

  private static final String CLOSING = "\"'”’»)]}";

  // What the annex does not part: a figure, a sign or a small letter that begins a sentence, a
  // citation behind the full stop, and a blank that was forgotten.
  private static final Pattern OVERLOOKED =
      Pattern.compile("[.!?](?:\\[[\\d, –-]{1,20}\\]|[¹²³⁰⁴-⁹]{1,6})?[\"'”’»)\\]]{0,3}\\s+(?=\\S)");

  private static final Pattern GLUED = Pattern.compile("(?<=[\\p{Ll})]{2})[.](?=\\p{Lu})");

  private Sentences() {}

  /**
   * The sentences in order, each with the white space that follows it, so that together they are
   * the text; none of them is empty. Takes time in proportion to the length.
   */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    int read = 0;
    boolean hasWord = false;
    for (int end : ends(text)) {
      hasWord |= hasWord(text, read, end);
      read = end;
      if (hasWord && !isHeading(text, from, end) && !opensAside(text, from, end)) {
        sentences.add(text.substring(from, end));
        from = end;
        hasWord = false;
      }
    }
    if (from < text.length()) {
      // A number or a mark at the end belongs to the last sentence.
      String rest = text.substring(from);
      sentences.add(hasWord || sentences.isEmpty() ? rest : sentences.removeLast() + rest);
    }
    return List.copyOf(sentences);
  }

  private static NavigableSet<Integer> ends(String text) {
    NavigableSet<Integer> ends = new TreeSet<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      int mark = mark(text, end);
      boolean judged = end < text.length() && mark >= 0 && ".!?".indexOf(text.charAt(mark)) >= 0;
      if (!judged || SentenceEnd.at(text, mark, end)) {
        ends.add(end);
      }
    }
    Matcher overlooked = OVERLOOKED.matcher(text);
    while (overlooked.find()) {
      if (SentenceEnd.at(text, overlooked.start(), overlooked.end())) {
        ends.add(overlooked.end());
      }
    }
    Matcher glued = GLUED.matcher(text);
    while (glued.find()) {
      if (SentenceEnd.withoutBlank(text, glued.start())) {
        ends.add(glued.end());
      }
    }
    return ends;
  }

  /** Where the mark stands that a sentence ends with, before brackets, quotes and blanks; or -1. */
  private static int mark(String text, int end) {
    int at = end - 1;
    while (at >= 0
        && (Character.isWhitespace(text.charAt(at)) || CLOSING.indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at;
  }

  /** The number of an item, or a citation, has none, and belongs to the sentence beside it. */
  private static boolean hasWord(String text, int from, int end) {
    int letters = 0;
    for (int i = from; i < end; i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
      if (letters > 1 || Character.isIdeographic(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeading(String text, int from, int end) {
    return end - from <= LONGEST_HEADING
        && SectionLabel.endOf(text.substring(from, end)) == end - from;
  }

  /** Whether a bracket or quotation is open there, and closed soon. */
  private static boolean opensAside(String text, int from, int end) {
    int earliest = Math.max(from, end - LONGEST_ASIDE);
    for (String pair : PAIRS) {
      int open = lastIndexOf(text, pair.charAt(0), earliest, end);
      if (open >= 0 && lastIndexOf(text, pair.charAt(1), open, end) < 0) {
        int latest = Math.min(text.length(), open + LONGEST_ASIDE);
        if (end < latest && text.indexOf(pair.charAt(1), end, latest) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static int lastIndexOf(String text, char sought, int from, int end) {
    int at = end - 1;
    while (at >= from && text.charAt(at) != sought) {
      at--;
    }
    return at < from ? -1 : at;
  }
}
