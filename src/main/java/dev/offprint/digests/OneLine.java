package dev.offprint.digests;

import dev.offprint.text.Blanks;
import java.util.regex.Pattern;

/** Makes one line that shows as it reads of text that others wrote. */
public final class OneLine {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

  // Unicode Standard Annex 9, sections 2.1 to 2.4: these embed, override and isolate directions. An
  // unclosed one turns round the text after it, which is not the paper's. Scripts that run from
  // right to left need none of them here.
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  // They mean something in one font alone, and here they mark places, see Skeleton.
  // The last two are no characters and cannot stand in XML (XML 1.0, section 2.2).
  private static final Pattern PRIVATE_USE = Pattern.compile("[\\p{Co}\\uFFFE\\uFFFF]");

  private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

  private OneLine() {}

  /**
   * Folds white space and control characters, and drops marks that change the direction and
   * private-use characters.
   */
  public static String of(String text) {
    if (Blanks.areFolded(text)) {
      return text;
    }
    String straight = DIRECTION.matcher(text).replaceAll("");
    String known = PRIVATE_USE.matcher(straight).replaceAll("");
    String whole = HALF_A_CHARACTER.matcher(known).replaceAll("\uFFFD");
    // Last, as what was dropped may have stood between blanks.
    return BLANK.matcher(whole).replaceAll(" ").strip();
  }
}
