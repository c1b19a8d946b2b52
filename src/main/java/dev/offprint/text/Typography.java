package dev.offprint.text;

import java.text.Normalizer;

/** Folds white space and writes the dashes and quotation marks that TeX spells with ASCII. */
final class Typography {
  private static final int LONGEST_QUOTE = 80;
  private static final int LONGEST_DOUBLE_QUOTE = 300;

  // Besides control characters: what turns the direction of the text after it (Unicode Annex 9,
  // section 2), the byte order mark, and the hyphen that shows only where a line is broken. They
  // come as entities, too.
  private static final String UNSEEN =
      "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C\uFEFF\u00AD";

  private final String text;
  private final StringBuilder out;
  private boolean quoteOpen;

  /** Where in the output a straight quotation mark opens, or -1. */
  private int straightOpen = -1;

  private int singleCloses = -1;

  private Typography(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  static String finish(String text) {
    return new Typography(text).finish();
  }

  private String finish() {
    int i = 0;
    while (i < text.length()) {
      if (Addresses.startsAt(text, i)) {
        int end = Addresses.end(text, i);
        out.append(text, i, end);
        i = end;
      } else {
        i += step(i);
      }
    }
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
  }

  private int step(int i) {
    char c = text.charAt(i);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
      return 1;
    }
    if (c == '-') {
      return dashes(i);
    }
    if (c == '`' || c == '\'') {
      return quotes(i, c);
    }
    if (c == '"') {
      straight(i);
      return 1;
    }
    if (Character.isSurrogate(c)) {
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      out.append(pair ? text.substring(i, i + 2) : "\uFFFD");
      return pair ? 2 : 1;
    }
    if (c >= '\uFB00' && c <= '\uFB06') {
      out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else if (!isUnseen(c)) {
      out.append(c);
    }
    return 1;
  }

  /** The text without the characters that are not text at all. */
  static String dropUnseen(String text) {
    return text.chars().noneMatch(c -> isUnseen((char) c))
        ? text
        : text.chars()
            .filter(c -> !isUnseen((char) c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isUnseen(char c) {
    return (Character.isISOControl(c) && !Character.isWhitespace(c)) || UNSEEN.indexOf(c) >= 0;
  }

  private int dashes(int i) {
    int end = i;
    while (end < text.length() && text.charAt(end) == '-') {
      end++;
    }
    int count = end - i;
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean apart = Character.isWhitespace(before);
    // "--verbose" is an option, "i--;" is code, "<!--" and "-->" are marks of their own.
    boolean dash =
        apart
            ? Character.isWhitespace(after) || count == 3
            : Character.isWhitespace(after)
                || Character.isLetterOrDigit(after)
                || "(“`√".indexOf(after) >= 0;
    boolean mark = before == '!' || before == '<' || after == '>' || isInEmailAddress(end);
    if (dash && !mark && count == 2) {
      out.append('–');
    } else if (dash && !mark && count == 3) {
      out.append('—');
    } else {
      out.append(text, i, end);
    }
    return count;
  }

  private boolean isInEmailAddress(int from) {
    int limit = Math.min(text.length(), from + LONGEST_QUOTE);
    for (int i = from; i < limit && !Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '@') {
        return true;
      }
    }
    return false;
  }

  private int quotes(int i, char c) {
    int end = i;
    while (end < text.length() && text.charAt(end) == c && end - i < 3) {
      end++;
    }
    if (end - i == 3 && c == '`') {
      out.append("```");
      return 3;
    }
    if (end - i == 2 && doubled(i, c)) {
      return 2;
    }
    if (c == '`' && opensSingle(i)) {
      out.append('‘');
    } else if (i == singleCloses) {
      out.append('’');
    } else {
      out.append(c);
    }
    return 1;
  }

  /** Writes a mark of two signs; false, and nothing written, if they are not one. */
  private boolean doubled(int i, char c) {
    if (c == '`' || (!quoteOpen && opensDouble(i))) {
      quoteOpen = true;
      out.append('“');
    } else if (quoteOpen) {
      quoteOpen = false;
      out.append('”');
    } else if (straightOpen >= 0 && closes(i - 1, i + 2)) {
      out.setCharAt(straightOpen, '“');
      straightOpen = -1;
      out.append('”');
    } else {
      return false;
    }
    return true;
  }

  /** Whether two apostrophes stand before a word, and two more, or a mark, behind one. */
  private boolean opensDouble(int i) {
    if (!opens(i - 1, i + 2)) {
      return false;
    }
    int limit = Math.min(text.length(), i + LONGEST_DOUBLE_QUOTE);
    for (int j = i + 3; j < limit; j++) {
      boolean two = text.startsWith("''", j) && !text.startsWith("'''", j);
      if ((two || text.charAt(j) == '"') && closes(j - 1, two ? j + 2 : j + 1)) {
        return true;
      }
    }
    return false;
  }

  /** A straight mark closes what two signs have opened, and is remembered if it opens. */
  private void straight(int i) {
    if (quoteOpen && closes(i - 1, i + 1)) {
      quoteOpen = false;
      out.append('”');
      return;
    }
    straightOpen = straightOpen < 0 && opens(i - 1, i + 1) ? out.length() : -1;
    out.append('"');
  }

  private boolean opens(int before, int after) {
    return (before < 0
            || Character.isWhitespace(text.charAt(before))
            || "([{—–-/".indexOf(text.charAt(before)) >= 0)
        && after < text.length()
        && Character.isLetterOrDigit(text.charAt(after));
  }

  private boolean closes(int before, int after) {
    char last = before < 0 ? ' ' : text.charAt(before);
    char next = after < text.length() ? text.charAt(after) : ' ';
    return !Character.isWhitespace(last)
        && !Character.isDigit(last)
        && !Character.isLetterOrDigit(next)
        && "('".indexOf(next) < 0;
  }

  private boolean opensSingle(int i) {
    boolean wordBefore = i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
    if (wordBefore || i + 1 >= text.length() || Character.isWhitespace(text.charAt(i + 1))) {
      return false;
    }
    int limit = Math.min(text.length(), i + LONGEST_QUOTE);
    for (int j = i + 1; j < limit; j++) {
      char c = text.charAt(j);
      if (c == '`') {
        return false;
      }
      boolean wordAfter = j + 1 < text.length() && Character.isLetterOrDigit(text.charAt(j + 1));
      if (c == '\'' && !wordAfter) {
        singleCloses = j;
        return true;
      }
    }
    return false;
  }
}
