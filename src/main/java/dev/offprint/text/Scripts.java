package dev.offprint.text;

import java.util.HashMap;
import java.util.Map;

/** Writes superscripts and subscripts with the characters that Unicode has for them. */
final class Scripts {
  private static final Map<Integer, Integer> RAISED =
      pairs(
          "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
          "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ");
  private static final Map<Integer, Integer> LOWERED =
      pairs("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");

  private static final String SMALL = smallCharacters();

  /** Signs that stand beside their letter in plain writing, raised or lowered or not. */
  private static final String BESIDE = "′″‴*⋆†‡°⊙⊕∘⊤±®™©℠";

  private Scripts() {}

  /** The text as a superscript: {@code 2} gives ², {@code max} gives ^max, {@code a,b} ^(a,b). */
  static String raised(String text) {
    return switch (text) {
      case "∘", "deg" -> "°";
      case "⊤" -> "ᵀ";
      default -> written(text, RAISED, '^');
    };
  }

  /** The text as a subscript: {@code 2} gives ₂, {@code max} gives _max, {@code a,b} _(a,b). */
  static String lowered(String text) {
    return written(text, LOWERED, '_');
  }

  private static String written(String script, Map<Integer, Integer> forms, char mark) {
    String text = script.strip();
    if (text.isEmpty() || text.codePoints().allMatch(c -> BESIDE.indexOf(c) >= 0)) {
      return text;
    }
    if (text.equals("(") || text.equals(")")) {
      return mark + text;
    }
    // A script within the script is bracketed in: 2^(2ⁿ) is not 2^2ⁿ.
    boolean word =
        text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) && SMALL.indexOf(c) < 0);
    boolean longWord = text.length() > 2 && text.codePoints().allMatch(Character::isLetter);
    if (!longWord && text.codePoints().allMatch(forms::containsKey)) {
      StringBuilder small = new StringBuilder(text.length());
      text.codePoints().forEach(c -> small.appendCodePoint(forms.getOrDefault(c, c)));
      return small.toString();
    }
    boolean one = text.codePointCount(0, text.length()) == 1;
    boolean enclosed = text.startsWith("(") && text.indexOf(')') == text.length() - 1;
    return one || word || enclosed ? mark + text : mark + "(" + text + ")";
  }

  /** Whether it is the form of a superscript or a subscript. */
  static boolean isSmall(int character) {
    return SMALL.indexOf(character) >= 0;
  }

  private static String smallCharacters() {
    StringBuilder small = new StringBuilder();
    RAISED.values().forEach(small::appendCodePoint);
    LOWERED.values().forEach(small::appendCodePoint);
    return small.toString();
  }

  private static Map<Integer, Integer> pairs(String from, String to) {
    int[] letters = from.codePoints().toArray();
    int[] forms = to.codePoints().toArray();
    Map<Integer, Integer> map = new HashMap<>();
    for (int i = 0; i < letters.length; i++) {
      map.put(letters[i], forms[i]);
    }
    return Map.copyOf(map);
  }
}
