package dev.offprint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what the typesetting of HighWire leaves in abstracts of bioRxiv and medRxiv: {@code
 * O_ST_ABSBackgroundC_ST_ABS} is a heading, {@code O_SCPLOWDC_SCPLOW} a small capital, {@code O_FIG
 * … C_FIG} a figure that is not there, {@code TNF{alpha}} has a Greek letter.
 */
final class TypesettingMarks {
  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_FIGURE = 8_000;

  /** The longer before those that begin them; other names are told by their ends. */
  private static final List<String> NAMES =
      List.of(
          "LINKSMALLFIG",
          "TABLECAPTION",
          "INLINEFIG",
          "FLOATNO",
          "CAPTION",
          "SCPLOW",
          "SCPCAP",
          "ST_ABS",
          "LIST",
          "LI",
          "QD",
          "FD");

  private static final List<String> FIGURES = List.of("FIG", "TBL", "SCHEME", "CHART");

  /** What is left of a figure whose end was cut off. */
  private static final Pattern CUT_FIGURE =
      Pattern.compile(
          "(?:O_(?:FIG|TBL)\\s*)?O_LINK[A-Z]{0,12}(?:FIG|TBL)\\b[^>]{0,600}(?:>|$)"
              + "|View (?:larger version|this table)(?: \\([^)]{0,20}\\))?:\\s*(?=org\\.highwire)"
              + "|org\\.highwire\\.dtl\\.DTLVardef@[0-9a-f]{1,16}|_HPS_FORMAT_FIGEXP"
              + "|[OCM]_(?:FIG|TBL)\\b");

  private static final Pattern ENDS = Pattern.compile("C_([A-Z_]{2," + LONGEST_NAME + "})");
  private static final Pattern BEGINS = Pattern.compile("O_([A-Z_]{2," + LONGEST_NAME + "})");

  /** Marks whose names nothing else has, so that one without its partner is one too. */
  private static final Pattern ALONE =
      Pattern.compile("[OCM]_(?:ST_ABS|SCPLOW|SCPCAP|INLINEFIG|LINKSMALLFIG|FLOATNO|TABLECAPTION)");

  // "\mathrm{Delta}" and "x_{mu}" are TeX.
  private static final Pattern BRACED =
      Pattern.compile(
          "(?<![_^}\\]$])(?<!\\\\[A-Za-z]{0,24})(?<!math[a-z]{2,4})\\{([A-Za-z+/ -]{2,12})\\}");
  private static final Pattern BRACKETED = Pattern.compile("\\[([≥≤≈~±×→∼≠]|->)\\]");
  private static final Map<String, String> SIGNS =
      Map.of(
          "micro",
          "µ",
          "degrees",
          "°",
          "degree",
          "°",
          "+/-",
          "±",
          "angstrom",
          "Å",
          "middle dot",
          "·",
          "permil",
          "‰",
          "->",
          "→");

  /** Commands of TeX that lost their backslash and are no words. */
  private static final Set<String> RUINS =
      Set.of(
          "sim", "simeq", "approx", "geq", "leq", "gtrsim", "lesssim", "infty", "pm", "rightarrow");

  private TypesettingMarks() {}

  /** The text without them; the same text if it has none. */
  static String remove(String text) {
    String plain = text;
    if (plain.indexOf('{') >= 0) {
      plain = BRACED.matcher(plain).replaceAll(TypesettingMarks::sign);
    }
    if (plain.indexOf('[') >= 0) {
      plain = BRACKETED.matcher(plain).replaceAll(TypesettingMarks::sign);
    }
    if (!plain.contains("O_") && !plain.contains("C_") && !plain.contains("_HPS_")) {
      return plain;
    }
    for (String name : FIGURES) {
      plain = withoutPairs(plain, name, LONGEST_FIGURE, (content, after) -> " ");
    }
    plain = CUT_FIGURE.matcher(plain).replaceAll(" ");
    for (String name : names(plain)) {
      plain =
          withoutPairs(
              plain, name, plain.length(), (content, after) -> shown(name, content, after));
    }
    return ALONE.matcher(plain).replaceAll(" ");
  }

  private static String sign(MatchResult match) {
    String name = match.group(1);
    String letter = TexSymbols.symbol(name);
    boolean greek = letter != null && letter.charAt(0) >= 'Α' && letter.charAt(0) <= 'ω';
    TexSymbols.Symbol symbol = RUINS.contains(name) ? TexSymbols.find(name) : null;
    if (symbol != null) {
      return symbol.shown();
    }
    boolean braced = match.group().startsWith("{");
    String otherwise = braced ? match.group() : name;
    return Matcher.quoteReplacement(greek ? letter : SIGNS.getOrDefault(name, otherwise));
  }

  /** The names of the marks that are opened and closed, of what is glued on the longest such. */
  private static NavigableSet<String> names(String text) {
    NavigableSet<String> ends = new TreeSet<>();
    ENDS.matcher(text).results().forEach(end -> ends.add(end.group(1)));
    NavigableSet<String> names = new TreeSet<>();
    BEGINS.matcher(text).results().map(begin -> name(begin.group(1), ends)).forEach(names::add);
    names.remove("");
    return names;
  }

  private static String name(String letters, NavigableSet<String> ends) {
    List<String> candidates = new ArrayList<>(NAMES.stream().filter(letters::startsWith).toList());
    for (int length = letters.length(); length >= 2; length--) {
      candidates.add(letters.substring(0, length));
    }
    for (String candidate : candidates) {
      String end = ends.ceiling(candidate);
      if (end != null && end.startsWith(candidate)) {
        return candidate;
      }
    }
    return "";
  }

  /**
   * Replaces what stands between {@code O_NAME} and the next {@code C_NAME}, and both.
   *
   * @param shown what is shown of the content, given what follows
   */
  private static String withoutPairs(
      String text, String name, int reach, BinaryOperator<String> shown) {
    String open = "O_" + name;
    String close = "C_" + name;
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    int at = text.indexOf(open);
    while (at >= 0) {
      int start = at + open.length();
      int end = text.indexOf(close, start);
      if (end < 0) {
        break;
      }
      if (end - start <= reach) {
        int after = end + close.length();
        String next = text.substring(after, Math.min(text.length(), after + 2));
        out.append(text, from, at).append(shown.apply(text.substring(start, end), next));
        from = after;
        start = after;
      }
      at = text.indexOf(open, start);
    }
    return from == 0 ? text : out.append(text, from, text.length()).toString();
  }

  /** Headings and items stand apart; small capitals end a word where a new one plainly begins. */
  private static String shown(String name, String content, String after) {
    if (!name.startsWith("SCP")) {
      return " " + content + " ";
    }
    boolean newWord =
        content.length() > 2
            && after.length() == 2
            && Character.isUpperCase(after.charAt(0))
            && Character.isLowerCase(after.charAt(1));
    return newWord ? content + " " : content;
  }
}
