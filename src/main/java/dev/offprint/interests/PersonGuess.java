package dev.offprint.interests;

import dev.offprint.search.BackgroundWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether an interest is the name of a person, though it does not say so. */
final class PersonGuess {
  /** More papers have a usual word; the most frequent family names stay below it. */
  private static final int USUAL = 40;

  /** No name is longer. */
  private static final int LONGEST = 60;

  // Possessive, as whoever writes a thousand letters must not make it try all ways to part them.
  private static final String PART =
      "(?:\\p{Lu}['’])?\\p{Lu}[\\p{Ll}\\p{M}]++"
          + "(?:['’-]\\p{L}[\\p{Ll}\\p{M}]*+|\\p{Lu}[\\p{Ll}\\p{M}]++)*+";

  private static final String INITIAL = "\\p{Lu}\\.?(?:-?\\p{Lu}\\.)?";
  private static final String PARTICLE =
      "(?i:van|von|der|den|de|da|di|del|della|dos|la|le|bin|ibn|al|el|ter|ten)";
  private static final Pattern FAMILY_FIRST =
      Pattern.compile(
          "(?:"
              + PARTICLE
              + " )*"
              + PART
              + "(?: "
              + PART
              + ")?, ?\\p{Lu}\\.(?:[ -]?\\p{Lu}\\.){0,3}");
  private static final Pattern FULL =
      Pattern.compile(
          PART + "(?: " + INITIAL + "){0,2}(?: " + PARTICLE + "){0,2}(?: " + PART + "){1,2}");
  private static final Pattern INITIALS_FIRST =
      Pattern.compile("(?:" + "\\p{Lu}\\.[ -]?" + "){1,3} ?(?:" + PARTICLE + " ){0,2}" + PART);

  // Endings of words that name a thing or what is done.
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:tion|sion|tions|sions|ics|ings?|isms?|ology|ologies|ments?|ity|ities|sis|ness|ography|ical"
              + "|ous|ive|able|ible|ized|ised|ors|ers|omes?|oids?|ons|ems|ants|ents|phy|scopy)$");

  private static final Set<String> PLACES =
      Set.of(
          "hong kong",
          "los angeles",
          "san francisco",
          "san diego",
          "new york",
          "new zealand",
          "new delhi",
          "sri lanka",
          "saudi arabia",
          "south korea",
          "north korea",
          "south africa",
          "costa rica",
          "puerto rico",
          "sierra leone",
          "burkina faso",
          "buenos aires",
          "abu dhabi",
          "kuala lumpur",
          "tel aviv",
          "la palma",
          "rio grande",
          "las vegas",
          "latin america");

  private PersonGuess() {}

  static boolean isName(String text, BackgroundWords words) {
    if (text.length() > LONGEST) {
      return false;
    }
    if (FAMILY_FIRST.matcher(text).matches() || INITIALS_FIRST.matcher(text).matches()) {
      return parts(text).stream().allMatch(part -> words.frequency(part) < words.papers() / 100);
    }
    if (!FULL.matcher(text).matches() || PLACES.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    List<String> parts = parts(text);
    return parts.stream().allMatch(part -> words.frequency(part) <= USUAL)
        && parts.stream().noneMatch(part -> NO_NAME.matcher(BackgroundWords.plain(part)).find())
        // Two names side by side are also a law, but papers have those.
        && parts.stream().anyMatch(part -> words.frequency(part) == 0);
  }

  /** The words that are more than an initial or a particle. */
  private static List<String> parts(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{M}]+"))
        .filter(part -> part.length() > 2 && Character.isUpperCase(part.codePointAt(0)))
        .toList();
  }
}
