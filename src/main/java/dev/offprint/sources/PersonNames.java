package dev.offprint.sources;

import dev.offprint.papers.Author;
import dev.offprint.text.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns names as formats write them into authors: clean text like titles, without what stands
 * beside a name, be it an affiliation, a native spelling, the mark of a footnote or an address.
 */
public final class PersonNames {
  private static final int LONGEST = 300;
  private static final int LONGEST_LIST = 2_000_000;

  /** The most authors that are kept by name; the longest list that was published has 15,025. */
  static final int MOST = 20_000;

  // Names hold letters; arXiv's records also hold a lone ":" after a collaboration.
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[<(\\[]?\\s*(?:mailto:)?[^\\s@<>()\\[\\],;:]{0,64}"
              + "(?:@|\\s?[(\\[]at[)\\]]\\s?)[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}\\s*[>)\\]]?"
              + "|https?://[^\\s<>()\\[\\],;]{1,300}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MERE_ADDRESS = Pattern.compile("(?:mailto:)?\\S+@\\S+");

  /** Footnotes: signs, and digits and letters that are raised. */
  private static final Pattern MARKS_LAST =
      Pattern.compile(
          "(?<=[\\p{L}.)])\\s?(?:[*†‡§¶∗⁎¹²³⁰⁴-⁹ᵃ-ᶻ]|,(?=[*†‡§¶∗⁎¹²³⁰⁴-⁹ᵃ-ᶻ])|\\^\\([^()]{0,40}\\))+$");

  private static final Pattern BEHIND_BAR = Pattern.compile("\\s+\\|.*$");
  private static final Pattern FOR_A_GROUP =
      Pattern.compile("[(\\[]\\s*(?:for|on behalf of) .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENDS = Pattern.compile("^[\\s,;:.\"“”|]+(?=\\S)|[\\s,;:\"“”|]+$");

  private PersonNames() {}

  /**
   * One author a name; what has no letter is left out, and who stands behind {@value #MOST} others
   * is counted.
   */
  public static List<Author> authors(Collection<String> names) {
    return limited(clean(names.stream().map(PersonNames::shown).toList()));
  }

  /** The authors, of whom no more than {@value #MOST} are named. */
  static List<Author> limited(List<Author> authors) {
    if (authors.size() <= MOST) {
      return authors;
    }
    List<Author> named = new ArrayList<>(authors.subList(0, MOST));
    named.add(new Author(String.format(Locale.ROOT, "and %,d others", authors.size() - MOST)));
    return named;
  }

  /** The authors of a list, which may be one name or many, in whatever way they are parted. */
  static List<Author> listed(String list) {
    String cut = list.substring(0, Math.min(list.length(), LONGEST_LIST));
    return limited(clean(AuthorList.names(shown(cut))));
  }

  /** The names of a list with commas; one in brackets parts nothing, and "Jr." is no name. */
  public static List<String> commaList(String list) {
    return AuthorList.byCommas(list);
  }

  private static String shown(String name) {
    return PlainText.ofName(name).replaceAll("[{}]", "");
  }

  private static List<Author> clean(List<String> names) {
    return names.stream()
        .map(PersonNames::alone)
        .filter(name -> LETTER.matcher(name).find())
        .map(name -> new Author(SourceText.line(name, LONGEST)))
        .toList();
  }

  /** The name without what stands beside it. */
  private static String alone(String shown) {
    String line = SourceText.line(shown, 10 * LONGEST);
    String name =
        MERE_ADDRESS.matcher(line).matches() ? "" : ADDRESS.matcher(line).replaceAll(" ").strip();
    if (name.startsWith("(") && name.endsWith(")")) {
      name = name.substring(1, name.length() - 1);
    }
    name = BEHIND_BAR.matcher(name).replaceFirst("");
    for (String before = ""; !before.equals(name); ) {
      before = name;
      name = withoutBracket(MARKS_LAST.matcher(name).replaceFirst("").strip());
    }
    return ENDS.matcher(name).replaceAll("");
  }

  /** "Ada Lind (Uppsala)" as "Ada Lind"; one who speaks for a group does so still. */
  private static String withoutBracket(String name) {
    int end = name.length() - 1;
    if (name.indexOf('(') < 0 && name.indexOf('[') < 0) {
      return name;
    }
    int depth = 0;
    for (int i = end; i >= 0; i--) {
      char c = name.charAt(i);
      depth += c == ')' || c == ']' ? 1 : c == '(' || c == '[' ? -1 : 0;
      boolean opens = c == '(' || c == '[';
      boolean last = name.charAt(end) == ')' || name.charAt(end) == ']';
      // One that is not closed reaches to the end.
      if (opens && (last ? depth == 0 : depth < 0)) {
        return FOR_A_GROUP.matcher(name.substring(i)).matches()
            ? name
            : name.substring(0, i).strip();
      }
      if (depth == 0 && last) {
        return name;
      }
    }
    return name;
  }
}
