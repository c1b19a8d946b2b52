package dev.offprint.digests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By what an author is called for short. */
final class FamilyName {
  /** What stands behind a name and is none. */
  private static final Pattern SUFFIX =
      Pattern.compile(",? (?:Jr|Sr|Ph\\.?D|M\\.?D|I{2,3}|IV)\\.?$");

  /** Such as {@code LeCun, Yann}. */
  private static final Pattern FAMILY_FIRST = Pattern.compile("^([^,]{2,}), [^,]+$");

  private static final Pattern GROUP =
      Pattern.compile(
          "\\b(?:Alliance|Association|Collaborations?|Committee|Consortium|Foundation|Group|Initiative"
              + "|Institute|Investigators|Laborator(?:y|ies)|Labs?|Network|Project|Team|University"
              + "|Working)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The last word, unless it is an initial, with what belongs before it as {@code van der}. */
  private static final Pattern LAST =
      Pattern.compile(
          "(?<= )(?:(?:al|ben|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|zu|zur)"
              + " )*[\\p{L}\\p{M}'’-]{2,}$",
          Pattern.CASE_INSENSITIVE);

  private FamilyName() {}

  /**
   * Such as {@code LeCun} of {@code Yann LeCun}; the whole name of a group, in a script that has
   * the family's name first, or where it cannot be told.
   *
   * @param name on one line
   */
  static String of(String name) {
    if (GROUP.matcher(name).find() || name.codePoints().anyMatch(FamilyName::isEastAsian)) {
      return name;
    }
    String plain = SUFFIX.matcher(name).replaceFirst("");
    Matcher familyFirst = FAMILY_FIRST.matcher(plain);
    if (familyFirst.find()) {
      return familyFirst.group(1);
    }
    Matcher last = LAST.matcher(plain);
    return last.find() ? last.group() : plain;
  }

  private static boolean isEastAsian(int character) {
    return Character.isIdeographic(character)
        || Character.UnicodeScript.of(character) == Character.UnicodeScript.HANGUL;
  }
}
