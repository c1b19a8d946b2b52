package dev.offprint.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the dollar signs that enclose mathematics from those that are money or variables. */
final class MathSpan {
  private static final int LONGEST = 3_000;
  private static final int NESTED = 200;
  private static final Pattern MARKS = Pattern.compile("\\\\[A-Za-z|,;!{}]|[\\^_{]");
  private static final Pattern AMOUNT_AND_WORD = Pattern.compile("\\s*\\d[^\\s]*\\s+[A-Za-z]{2}");
  private static final Pattern WORDS_IN_A_FORMULA =
      Pattern.compile("\\\\(?:text(?:rm|it|bf|sf|tt|up|normal)?|[mhf]box)\\s*\\{[^{}]*\\}");
  private static final Pattern PROSE_WORD =
      Pattern.compile("(?<![\\\\A-Za-z{_^])[A-Za-z][a-z]{2,}");
  private static final Pattern LITTLE_WORD =
      Pattern.compile("\\s(?:and|or|the|for|with|to|of|per|from|while|is|are|than)\\s");

  private MathSpan() {}

  /** Where the mathematics that the dollar sign there opens is closed, or -1 if it opens none. */
  static int end(String text, int open) {
    boolean display = open + 1 < text.length() && text.charAt(open + 1) == '$';
    int start = display ? open + 2 : open + 1;
    int close = close(text, start);
    if (close < 0 || (display && !text.startsWith("$$", close))) {
      return -1;
    }
    String content = text.substring(start, close);
    char after = close + 1 < text.length() ? text.charAt(close + 1) : 0;
    return isMath(content, display, display ? 0 : after) ? close : -1;
  }

  private static int close(String text, int start) {
    int depth = 0;
    int nested = -1;
    int limit = Math.min(text.length(), start + LONGEST);
    for (int i = start; i < limit; i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '{' -> depth++;
        case '}' -> {
          if (--depth < 0) {
            return nested;
          }
        }
        case '$' -> {
          // "$a \text{ for $b$}$": within braces, dollars enclose mathematics of their own.
          if (depth == 0 || (nested >= 0 && i - nested > NESTED)) {
            return depth == 0 ? i : nested;
          }
          nested = nested < 0 ? i : nested;
        }
        default -> {}
      }
    }
    return nested;
  }

  private static boolean isMath(String content, boolean display, char after) {
    if (content.isBlank()) {
      return false;
    }
    boolean openSpace = Character.isWhitespace(content.charAt(0));
    boolean closeSpace = Character.isWhitespace(content.charAt(content.length() - 1));
    // "$5 to $10", "$a, $b": the second sign opens something too.
    if (closeSpace && !openSpace && Character.isLetterOrDigit(after)) {
      return false;
    }
    boolean marked = MARKS.matcher(content).find();
    if (display && marked) {
      return true;
    }
    String formula = WORDS_IN_A_FORMULA.matcher(content).replaceAll(" ");
    int words = proseWords(formula);
    if (marked) {
      return words < 8 && !(words > 1 && LITTLE_WORD.matcher(formula).find());
    }
    if (AMOUNT_AND_WORD.matcher(content).lookingAt()
        || (Character.isDigit(content.charAt(0)) && Character.isDigit(after))) {
      return false;
    }
    boolean identifier = words > 0 && Character.isLetterOrDigit(after);
    return words < 2
        && !identifier
        && content.length() < 200
        && !LITTLE_WORD.matcher(content).find();
  }

  private static int proseWords(String content) {
    int words = 0;
    Matcher word = PROSE_WORD.matcher(content);
    while (word.find()) {
      words++;
    }
    return words;
  }
}
