package dev.offprint.papers;

import dev.offprint.text.PlainText;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What finds a work again when two sources share no id of it: its title and the family name of its
 * first author, without what two lists write differently.
 *
 * @param key of 32 hexadecimal digits
 * @param day when it was published, else when it was announced
 * @param id the preferred one of those that the sighting names
 */
record TitleKey(String key, LocalDate day, PaperId id) {
  /** How far apart the days of two sightings of one work may lie. */
  static final int WINDOW_DAYS = 30;

  private static final int FEWEST_LETTERS = 20;
  private static final int FEWEST_WORDS = 4;

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BESIDE_A_NAME =
      Pattern.compile("\\s*[(\\[].*$|\\s(?:on behalf of|for the)\\s.*$");
  private static final Pattern NAME_SUFFIX =
      Pattern.compile(
          "(?:\\s|,)+(?:jr|sr|i{2,3}|iv|ph\\.?d|m\\.?d)\\.?$", Pattern.CASE_INSENSITIVE);
  // Many works carry such a title, with the name of another one in it.
  private static final Pattern ABOUT_ANOTHER_WORK =
      Pattern.compile(
          "(?:(?:author|publisher|editorial)"
              + " )?(?:correction|corrigendum|erratum|retraction|addendum|editorial|introduction|preface|foreword|comment|comments|reply|response|book"
              + " review|table of contents|in this issue|call for papers)\\b.*");

  /** The key of a sighting; empty when its title could be that of another work too. */
  static Optional<TitleKey> of(Sighting sighting) {
    Paper paper = sighting.paper();
    String words = words(PlainText.of(paper.title()));
    String name = paper.authors().isEmpty() ? "" : familyName(paper.authors().getFirst().name());
    String letters = words.replace(" ", "");
    if (name.isEmpty()
        || letters.length() < FEWEST_LETTERS
        || words.split(" ", FEWEST_WORDS).length < FEWEST_WORDS
        || ABOUT_ANOTHER_WORK.matcher(words).matches()) {
      return Optional.empty();
    }
    LocalDate published = paper.dates().published();
    return Optional.of(
        new TitleKey(
            Fingerprint.of(letters + '\n' + name, 16),
            published == null ? paper.dates().announced() : published,
            preferred(paper.id(), sighting.alsoKnownAs())));
  }

  /**
   * Whether two sightings with equal keys are of one work. Two that are both on arXiv, or both have
   * a DOI, are not taken for one unless they share an id.
   */
  boolean sameWorkAs(TitleKey other) {
    boolean far = Math.abs(day.toEpochDay() - other.day.toEpochDay()) > WINDOW_DAYS;
    PaperId.Scheme scheme = id.scheme();
    boolean bothNumbered = scheme != PaperId.Scheme.OWN && scheme == other.id.scheme();
    return key.equals(other.key) && !far && !bothNumbered;
  }

  private static PaperId preferred(PaperId id, List<PaperId> others) {
    PaperId preferred = id;
    for (PaperId other : others) {
      preferred = PaperId.PREFERENCE.compare(other, preferred) < 0 ? other : preferred;
    }
    return preferred;
  }

  private static String familyName(String author) {
    String alone = BESIDE_A_NAME.matcher(author).replaceFirst("");
    String name = NAME_SUFFIX.matcher(alone.strip()).replaceFirst("");
    int comma = name.indexOf(',');
    String family = comma > 0 ? name.substring(0, comma) : name;
    String letters = words(family);
    return letters.substring(letters.lastIndexOf(' ') + 1);
  }

  /** In lower case, without accents, words parted by one blank. */
  private static String words(String text) {
    String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = Normalizer.normalize(folded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NEITHER_LETTER_NOR_DIGIT.matcher(withoutStrokes(lower)).replaceAll(" ").strip();
  }

  /** Letters that Unicode does not part, as they are written where they are not at hand. */
  private static String withoutStrokes(String lower) {
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      plain.append(
          switch (c) {
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'ħ' -> "h";
            case 'ı' -> "i";
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            default -> Character.toString(c);
          });
    }
    return plain.toString();
  }
}
