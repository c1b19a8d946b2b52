package dev.offprint.sources;

import dev.offprint.papers.Author;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Turns names as formats write them into authors. */
public final class PersonNames {
  private static final int LONGEST = 300;

  /** The most authors that are kept by name; the longest list that was published has 15,025. */
  static final int MOST = 20_000;

  private static final Pattern SUFFIX =
      Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV|Ph\\.?D\\.?|M\\.?D\\.?", Pattern.CASE_INSENSITIVE);
  // Names hold letters; arXiv's records also hold a lone ":" after a collaboration.
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private PersonNames() {}

  /**
   * One author a name; what has no letter is left out, and who stands behind {@value #MOST} others
   * is counted.
   */
  public static List<Author> authors(Collection<String> names) {
    return limited(
        names.stream()
            .map(name -> SourceText.line(name, LONGEST))
            .filter(name -> LETTER.matcher(name).find())
            .map(Author::new)
            .toList());
  }

  /** The authors, of whom no more than {@value #MOST} are named. */
  static List<Author> limited(List<Author> authors) {
    if (authors.size() <= MOST) {
      return authors;
    }
    List<Author> named = new ArrayList<>(authors.subList(0, MOST));
    named.add(new Author("and %,d others".formatted(authors.size() - MOST)));
    return named;
  }

  /** The names of a list with commas; one in brackets parts nothing, and "Jr." is no name. */
  public static List<String> commaList(String list) {
    List<String> names = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at <= list.length(); at++) {
      char character = at == list.length() ? ',' : list.charAt(at);
      if (character == '(') {
        depth++;
      } else if (character == ')') {
        depth = Math.max(0, depth - 1);
      } else if (at == list.length() || (character == ',' && depth == 0)) {
        add(names, list.substring(from, at).strip());
        from = at + 1;
      }
    }
    return names;
  }

  private static void add(List<String> names, String name) {
    if (!names.isEmpty() && SUFFIX.matcher(name).matches()) {
      names.set(names.size() - 1, names.getLast() + ", " + name);
    } else if (!name.isEmpty()) {
      names.add(name);
    }
  }

  /** "Curie, M." as "M. Curie". */
  static String familyNameLast(String name) {
    int comma = name.indexOf(',');
    return comma < 0
        ? name.strip()
        : (name.substring(comma + 1).strip() + " " + name.substring(0, comma).strip()).strip();
  }
}
