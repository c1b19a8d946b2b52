package dev.offprint.text;

import java.util.regex.Pattern;

/**
 * Tells braces that only group, as BibTeX and editors of TeX leave them in running text, from those
 * of sets, code and patterns, which are shown.
 */
final class TexBraces {
  private static final int LONGEST = 1_000;
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern ONE_WORD =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}+#/.'’–-]*");
  private static final Pattern WORDS =
      Pattern.compile(
          "\\s*[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’“”\"().–-]*(?:,?"
              + " [\\p{L}\\p{M}\\p{N}'’“”\"().–-]+)+\\s*");
  private static final Pattern LITTLE_WORD =
      Pattern.compile("\\b(?:a|an|and|as|by|for|in|is|of|on|or|that|the|to|with)\\b");

  /** Capitals kept by BibTeX, such as {@code {B}ayesian}. */
  private static final Pattern KEPT_CAPITALS = Pattern.compile("\\{\\p{Lu}+\\}\\p{Ll}");

  private static final Pattern CODE =
      Pattern.compile(
          "[_/$%]\\{\\w+\\}|\\{\\w+\\}[_/]|`|\\(\\)|==|\"\\s*:|\\b(?:code|syntax|curly|braces?|placeholders?|templates?|json|regex|regular"
              + " expressions?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final String source;
  private final boolean tex;
  private final boolean keepsCapitals;
  private final boolean speaksOfCode;

  /**
   * Looks at a whole text once.
   *
   * @param tex whether it is known to be TeX
   */
  TexBraces(String source, boolean tex) {
    this.source = source;
    this.tex = tex;
    boolean any = source.indexOf('{') >= 0;
    this.keepsCapitals = any && KEPT_CAPITALS.matcher(source).find();
    this.speaksOfCode = any && !tex && CODE.matcher(source).find();
  }

  /**
   * Whether the braces around a piece are no part of the text.
   *
   * @param shown what stands within them
   * @param open where the opening brace stands
   * @param end the index after the closing one
   */
  boolean onlyGroup(String shown, int open, int end) {
    char before = at(open - 1);
    char after = at(end);
    if (shown.isBlank() || shown.length() > LONGEST) {
      return false;
    }
    boolean letterBefore = Character.isLetter(before);
    boolean letterAfter = Character.isLetter(after);
    if (shown.codePoints().allMatch(Scripts::isSmall)
        || (shown.length() == 1
            && "-–,./:".contains(shown)
            && Character.isLetterOrDigit(before)
            && Character.isLetterOrDigit(after))) {
      return true;
    }
    if ("_$@#%=/:.\\<".indexOf(before) >= 0
        || "_=@/<".indexOf(after) >= 0
        || (after == '.' && Character.isLetterOrDigit(at(end + 1)))
        || ("\"'".indexOf(before) >= 0 && after == before)) {
      return false;
    }
    boolean one = shown.codePointCount(0, shown.length()) == 1;
    boolean foreign = shown.codePoints().anyMatch(c -> c > 127 && Character.isLetter(c));
    if (letterBefore || letterAfter) {
      return LETTERS.matcher(shown).matches()
          && (foreign || isPartOfWord(shown, open, letterBefore, letterAfter));
    }
    if (one) {
      return foreign || (keepsCapitals && Character.isUpperCase(shown.codePointAt(0)));
    }
    return isProse(shown) && (tex || keepsCapitals || !speaksOfCode);
  }

  /** Part of a word: {@code {B}ayesian}, {@code F{ornax}}, but not {@code sqrt{n}}. */
  private boolean isPartOfWord(String shown, int open, boolean letterBefore, boolean letterAfter) {
    boolean capital = Character.isUpperCase(shown.codePointAt(0));
    if (letterAfter) {
      return capital || (shown.length() > 1 && (letterBefore || tex));
    }
    boolean initial =
        Character.isUpperCase(at(open - 1)) && !Character.isLetterOrDigit(at(open - 2));
    return initial && shown.length() > 2 && !capital;
  }

  private static boolean isProse(String shown) {
    if (ONE_WORD.matcher(shown).matches()) {
      return shown.codePoints().anyMatch(Character::isUpperCase)
          || LETTERS.matcher(shown.replace("-", "")).matches();
    }
    return WORDS.matcher(shown).matches()
        && LETTERS.matcher(shown).find()
        && (shown.indexOf(',') < 0 || LITTLE_WORD.matcher(shown).find());
  }

  private char at(int index) {
    return index >= 0 && index < source.length() ? source.charAt(index) : 0;
  }
}
