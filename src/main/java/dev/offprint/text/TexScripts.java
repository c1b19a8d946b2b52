package dev.offprint.text;

import java.util.Set;

/** Decides whether a caret or underscore outside of mathematics makes a script all the same. */
final class TexScripts {
  private static final int LONGEST = 80;
  private static final Set<String> OPERATORS =
      Set.of("log", "max", "min", "sup", "inf", "lim", "arg", "argmax", "argmin");

  private TexScripts() {}

  /**
   * Whether the mark at the cursor is TeX: {@code \sigma_8} and {@code T^{2/3}}, not {@code a_b}.
   */
  static boolean follows(TexCursor cursor, TexOutput out, char mark) {
    char next = cursor.peek(1);
    if (out.endsInMath()) {
      return next == '{' || next == '\\' || Character.isLetterOrDigit(next) || next == '*';
    }
    return next == '{' && closes(cursor) && (mark == '^' ? raises(out) : lowers(out, cursor));
  }

  private static boolean closes(TexCursor cursor) {
    int depth = 0;
    for (int i = 1; i < LONGEST && cursor.peek(i) != 0; i++) {
      char c = cursor.peek(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i > 2;
      }
    }
    return false;
  }

  private static boolean raises(TexOutput out) {
    char last = out.last();
    return Character.isLetterOrDigit(last) || (last != 0 && ")]}|′*".indexOf(last) >= 0);
  }

  private static boolean lowers(TexOutput out, TexCursor cursor) {
    char last = out.last();
    if (last != 0 && ")]}|".indexOf(last) >= 0) {
      return true;
    }
    String word = out.lastWord();
    boolean formula =
        word.length() < 4
            && !word.isEmpty()
            && Character.isUpperCase(word.charAt(0))
            && Character.isDigit(cursor.peek(2));
    return word.length() == 1
        || formula
        || OPERATORS.contains(word)
        || isRaised(last)
        || (word.chars().anyMatch(Character::isUpperCase) && endsThere(cursor));
  }

  /** Whether the word ends with the group: {@code Cap_{LR} is}, not {@code File_{n}.csv}. */
  private static boolean endsThere(TexCursor cursor) {
    int i = 2;
    while (i < LONGEST && cursor.peek(i) != '}' && cursor.peek(i) != 0) {
      i++;
    }
    char after = cursor.peek(i + 1);
    char later = cursor.peek(i + 2);
    return after == 0
        || Character.isWhitespace(after)
        || (",.;:)".indexOf(after) >= 0 && (later == 0 || Character.isWhitespace(later)));
  }

  static boolean isRaised(char c) {
    return (c >= '⁰' && c <= 'ⁿ') || c == '²' || c == '³' || c == '¹';
  }
}
