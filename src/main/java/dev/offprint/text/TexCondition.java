package dev.offprint.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes one branch of {@code \ifmmode … \else … \fi}, with which some publishers write a letter for
 * text and for mathematics at once.
 */
final class TexCondition {
  private static final int REACH = 2_000;
  private static final Pattern WORD = Pattern.compile("\\\\(if[a-z]+|else|fi)(?![A-Za-z])");

  private TexCondition() {}

  /**
   * The source of the branch, without white space at its ends; the cursor, which stands behind the
   * condition, is moved behind its end. Of one without an end nothing is read.
   *
   * @param first whether the condition holds
   */
  static String branch(TexCursor cursor, boolean first) {
    String source = cursor.source();
    int start = cursor.position();
    Matcher word = WORD.matcher(source);
    word.region(start, Math.min(source.length(), start + REACH));
    int middle = -1;
    for (int depth = 0; word.find(); ) {
      if (word.group(1).startsWith("if")) {
        depth++;
      } else if (depth > 0) {
        depth -= word.group(1).equals("fi") ? 1 : 0;
      } else if (word.group(1).equals("else")) {
        middle = word.start();
      } else {
        int end = middle < 0 ? word.start() : middle;
        String branch =
            first
                ? source.substring(start, end)
                : middle < 0 ? "" : source.substring(middle + "\\else".length(), word.start());
        cursor.upTo(word.end());
        if (!cursor.skipEmptyGroup() && Character.isLetter(cursor.afterSpaces())) {
          cursor.skipSpaces();
        }
        return branch.strip();
      }
    }
    return "";
  }
}
