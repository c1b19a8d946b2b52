package dev.offprint.text;

import java.util.regex.Pattern;

/** Gathers what is shown, with the spaces that mathematics wants around its signs. */
final class TexOutput {
  private static final String OPENING = "([{⟨⌈⌊";
  private static final String CLOSING = ")]}⟩⌉⌋,";

  private static final Pattern ENDS_IN_SPELLED_SCRIPT =
      Pattern.compile("[\\^_](?:[\\p{L}\\p{N}]{1,40}|.)$");

  private final StringBuilder text = new StringBuilder();
  private boolean math;
  private boolean wordEnds;

  /** Whether what was written last is mathematics, so that a script may follow it. */
  boolean endsInMath() {
    return math;
  }

  char last() {
    return text.isEmpty() ? 0 : text.charAt(text.length() - 1);
  }

  void append(String shown) {
    if (shown.isEmpty()) {
      return;
    }
    if (wordEnds && Character.isLetterOrDigit(shown.codePointAt(0))) {
      text.append(' ');
    }
    wordEnds = false;
    math = false;
    text.append(shown);
  }

  void appendMath(String shown) {
    if (!shown.isEmpty()
        && CLOSING.indexOf(shown.charAt(0)) >= 0
        && last() == ' '
        && text.length() > 1) {
      dropLast();
    }
    append(shown);
    math = !shown.isEmpty() || math;
  }

  /** A whole formula; a script that it ends with as a word is apart from what follows. */
  void formula(String shown) {
    append(shown);
    wordEnds |= ENDS_IN_SPELLED_SCRIPT.matcher(shown).find();
  }

  /** A script stands right behind its base; a word that it spells is apart from what follows. */
  void script(String shown) {
    boolean spelled = shown.startsWith("_") || shown.startsWith("^");
    wordEnds |= spelled && !shown.endsWith(")");
    text.append(shown);
    math = true;
  }

  /** White space in mathematics, which is none after an opening bracket. */
  void mathSpace() {
    if (OPENING.indexOf(last()) < 0) {
      space();
    }
  }

  void dropSpaces() {
    while (last() == ' ') {
      dropLast();
    }
  }

  void space() {
    if (!text.isEmpty() && !Character.isWhitespace(last())) {
      text.append(' ');
    }
    wordEnds = false;
    math = false;
  }

  /** A relation has a space on either side, or only before it when nothing stands to its left. */
  void relation(String sign) {
    char left = beforeSpaces();
    boolean prefix = left == 0 || "([{,;:=<>≤≥".indexOf(left) >= 0;
    if (!prefix) {
      space();
    }
    append(sign);
    if (!prefix) {
      text.append(' ');
    }
    math = true;
  }

  /** A word such as log, apart from its neighbours. */
  void name(String word) {
    if (Character.isLetterOrDigit(last()) || last() == ')') {
      space();
    }
    append(word);
    math = true;
    wordEnds = true;
  }

  /** The letters that stand last. */
  String lastWord() {
    int start = text.length();
    while (start > 0 && text.length() - start < 8 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start);
  }

  char beforeSpaces() {
    int i = text.length() - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 ? 0 : text.charAt(i);
  }

  void dropLast() {
    text.setLength(Math.max(0, text.length() - 1));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
