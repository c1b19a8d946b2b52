package dev.offprint.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the full stop of a sentence from that of an abbreviation, as papers use them. */
final class SentenceEnd {
  private static final Pattern INITIALS = Pattern.compile("\\p{L}{1,2}(?:\\.-?\\p{L}{1,2})+");
  private static final Pattern INITIAL = Pattern.compile("(?:\\p{Lu}\\p{Ll}?-)?\\p{Lu}");

  /** Such as iPhone, pFedMe, mRNA, t-SNE, p53, k-means, and the address of a page. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Ll}{1,4}\\p{Lu}.*|\\p{Ll}+-?\\p{Lu}.*|\\p{L}-\\p{L}{3,}.*|\\p{Ll}+\\d.*|\\p{IsGreek}.*|https?://.*");

  /** The number of an item, such as {@code (iii)} or {@code b)}, before a sentence. */
  private static final Pattern ITEM = Pattern.compile("\\(?(?:[ivx]{1,4}|[a-h])\\)\\s+\\p{Lu}");

  /** More is not read of a word. */
  private static final int LONGEST_WORD = 60;

  private static final Pattern LIST_NUMBER = Pattern.compile("[1-9]\\d?");

  /** An item of a list, and the number of the next. */
  private static final int LONGEST_ITEM = 400;

  private static final String OPENS_WORD = "([{\"'“‘—–/";

  private SentenceEnd() {}

  /**
   * Whether the sentence ends with the full stop, question or exclamation mark at {@code mark}.
   *
   * @param next where the text goes on after white space; within the text
   */
  static boolean at(String text, int mark, int next) {
    if (!Character.isWhitespace(text.charAt(next - 1))) {
      // Such as the question mark in the address of a page.
      return false;
    }
    String before = wordBefore(text, mark);
    String after = wordFrom(text, next);
    if (after.isEmpty()) {
      return true;
    }
    boolean stop = text.charAt(mark) == '.';
    if (stop && isListNumber(text, mark - before.length(), before)) {
      return false;
    }
    // What ends in a bracket, as in "1.5 (stat.) ± 0.2", says little.
    boolean inBrackets = text.startsWith(")", mark + 1);
    int first = after.codePointAt(0);
    if (ITEM.matcher(text).region(next, text.length()).lookingAt()) {
      return isPlain(before);
    }
    if (Character.isLowerCase(first)) {
      boolean begins =
          SentenceWords.SMALL_BEGINNINGS.contains(after) || NAME.matcher(after).matches();
      return begins && !inBrackets && (!stop || isPlain(before));
    }
    if (!stop) {
      return true;
    }
    if (SentenceWords.BEFORE_NUMBERS.contains(before)) {
      return !Character.isDigit(first);
    }
    if (isAbbreviation(before)) {
      return !SentenceWords.NEVER.contains(before.toLowerCase(Locale.ROOT)) && isBeginning(after);
    }
    return Character.isLetter(first) || (isPlain(before) && !inBrackets);
  }

  /** Whether a sentence ends with the full stop there, though the next word follows at once. */
  static boolean withoutBlank(String text, int mark) {
    String before = wordBefore(text, mark);
    boolean address = before.indexOf('@') >= 0 || before.startsWith("www");
    return !address
        && text.charAt(Math.max(0, mark - before.length() - 1)) != '/'
        && isPlain(before)
        && isBeginning(wordFrom(text, mark + 1));
  }

  /** Such as the figures in {@code are: 1. Small 2. Fast}. */
  private static boolean isListNumber(String text, int start, String word) {
    if (!LIST_NUMBER.matcher(word).matches()) {
      return false;
    }
    int end = start;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end == 0 || ":;".indexOf(text.charAt(end - 1)) >= 0) {
      return true;
    }
    String before = ' ' + Integer.toString(Integer.parseInt(word) - 1) + ". ";
    int earlier = text.indexOf(before, Math.max(0, end - LONGEST_ITEM), end);
    return (text.charAt(end - 1) == '.' && isPlain(wordBefore(text, end - 1)))
        || (earlier >= 0
            && isListNumber(text, earlier + 1, before.substring(1, before.length() - 2)));
  }

  private static boolean isAbbreviation(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return SentenceWords.NEVER.contains(small)
        || (SentenceWords.ABBREVIATIONS.contains(small)
            && !word.equals(word.toUpperCase(Locale.ROOT)))
        || INITIALS.matcher(word).matches()
        || INITIAL.matcher(word).matches();
  }

  /** Whether nothing but the end of a sentence explains a full stop behind this word. */
  private static boolean isPlain(String word) {
    return word.length() > 1
        && !isAbbreviation(word)
        && !SentenceWords.BEFORE_NUMBERS.contains(word);
  }

  private static boolean isBeginning(String word) {
    return Character.isUpperCase(word.codePointAt(0))
        && SentenceWords.BEGINNINGS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String wordBefore(String text, int mark) {
    int from = mark;
    while (from > Math.max(0, mark - LONGEST_WORD)
        && !Character.isWhitespace(text.charAt(from - 1))
        && OPENS_WORD.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return text.substring(from, mark);
  }

  /** The word without quotes and brackets before it, and commas behind it. */
  private static String wordFrom(String text, int from) {
    int start = from;
    while (start < Math.min(text.length(), from + LONGEST_WORD)
        && OPENS_WORD.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < Math.min(text.length(), start + LONGEST_WORD)
        && !Character.isWhitespace(text.charAt(end))
        && ",;:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }
}
