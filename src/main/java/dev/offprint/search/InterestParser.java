package dev.offprint.search;

import dev.offprint.search.ParsedInterest.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an interest: words, {@code "phrases"}, {@code author:}, {@code cat:} and {@code title:},
 * each excluded by a {@code -} or {@code NOT} before it, with {@code OR} between alternatives. What
 * is none of these is taken as words; nothing is refused.
 */
public final class InterestParser {
  /** The rest of a longer text is not read. */
  static final int MAX_CHARACTERS = 4_000;

  /** What comes after so many pieces is not looked for. */
  static final int MAX_CLAUSES = 256;

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}-]+|(?<!\\w)-+");
  private static final Pattern QUOTES = Pattern.compile("[“”„‟«»]");
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<not>-+)?(?:(?<field>author|cat|title):(?:\\s+(?=[^\\s-]))?)?"
              + "(?:\"(?<phrase>[^\"]*)\"|(?<word>[^\\s\",;/]+))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT_WORD =
      Pattern.compile(",?\\s+[^\\s\",:-][^\\s\",:]*+(?![:\"])");
  private static final Pattern NEXT_CAPITALISED =
      Pattern.compile(",?\\s+\\p{Lu}(?:\\.|(?=\\s|$)|[^\\s\",:]*\\p{Ll}[^\\s\",:]*+)(?![:\"])");

  private final List<Alternative> alternatives = new ArrayList<>();
  private final List<Clause> exclusions = new ArrayList<>();
  private final List<Clause.Word> words = new ArrayList<>();
  private final List<Clause> required = new ArrayList<>();
  private final List<Stated> stated = new ArrayList<>();
  private int alternative;
  private final List<String> subject = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();

  private InterestParser() {}

  /**
   * A clause where it stands in an interest.
   *
   * @param alternative how many {@code OR} stand before it
   * @param from where it begins in the text, with its field
   * @param to where it ends
   */
  public record Stated(Clause clause, boolean excluded, int alternative, int from, int to) {}

  /** All clauses in the order in which they are written. */
  public static List<Stated> stated(String text) {
    InterestParser parser = new InterestParser();
    parser.read(straight(text));
    return List.copyOf(parser.stated);
  }

  public static ParsedInterest parse(String text) {
    return new InterestParser().read(straight(text));
  }

  private static String straight(String text) {
    String line = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    return QUOTES.matcher(line).replaceAll("\"");
  }

  /** Takes a text as nothing but words. */
  public static ParsedInterest plain(String text) {
    return parse(NOT_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "));
  }

  private ParsedInterest read(String line) {
    Matcher piece = PIECE.matcher(line);
    boolean excludeNext = false;
    int clauses = 0;
    for (int from = 0; clauses < MAX_CLAUSES && piece.find(from); clauses++) {
      from = piece.end();
      @Nullable String field = piece.group("field");
      @Nullable String word = piece.group("word");
      boolean bare = field == null && piece.group("not") == null;
      if (bare && "OR".equals(word)) {
        finishAlternative();
      } else if (bare && "NOT".equals(word)) {
        excludeNext = true;
        continue;
      } else {
        String value = word != null ? word : Optional.ofNullable(piece.group("phrase")).orElse("");
        if (word != null && "author".equalsIgnoreCase(field)) {
          from = endOfName(line, piece.start("word"), from);
          value = line.substring(piece.start("word"), from);
        }
        boolean excluded = excludeNext || piece.group("not") != null;
        Optional<Clause> clause = clause(field, value, word == null);
        if (clause.isPresent()) {
          keep(new Stated(clause.get(), excluded, alternative, piece.start(), from));
        }
      }
      excludeNext = false;
    }
    finishAlternative();
    return new ParsedInterest(alternatives, exclusions, String.join(" ", subjects));
  }

  private static Optional<Clause> clause(@Nullable String field, String value, boolean quoted) {
    String name = field == null ? "" : field.toLowerCase(Locale.ROOT);
    if (name.equals("author") && !PersonName.of(value).parts().isEmpty()) {
      return Optional.of(new Clause.Author(value.strip(), PersonName.of(value)));
    }
    if (name.equals("cat") && !value.isBlank()) {
      return Optional.of(new Clause.Category(value.strip()));
    }
    EnglishText.Terms terms = EnglishText.analyze(value);
    if (terms.stems().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        quoted || name.equals("title")
            ? new Clause.Phrase(terms.spelling(), terms.stems(), name.equals("title"))
            : new Clause.Word(terms.spelling(), terms.stems()));
  }

  private void keep(Stated one) {
    stated.add(one);
    Clause clause = one.clause();
    if (!one.excluded()) {
      if (clause instanceof Clause.Word || clause instanceof Clause.Phrase) {
        subject.add(clause.spelling());
      }
      if (clause instanceof Clause.Word word) {
        words.add(word);
      } else {
        required.add(clause);
      }
    } else if (!(clause instanceof Clause.Word word && word.isCommon())) {
      exclusions.add(clause);
    }
  }

  private void finishAlternative() {
    alternative++;
    Alternative alternative = Alternative.of(words, required, String.join(" ", subject));
    if (alternative.asksForSomething()) {
      alternatives.add(alternative);
    }
    words.clear();
    required.clear();
    subjects.addAll(subject);
    subject.clear();
  }

  /**
   * Where a name without quotes ends: after an initial the family name follows, and a capitalised
   * word after the first one belongs to it ({@code author:Yann LeCun}, {@code author:LeCun, Y.}).
   */
  private static int endOfName(String line, int start, int endOfWord) {
    int end = endOfWord;
    boolean capitalised = Character.isUpperCase(line.codePointAt(start));
    while (true) {
      int full = PersonName.of(line.substring(start, end)).fullParts().size();
      Matcher next =
          (full == 0 ? NEXT_WORD : NEXT_CAPITALISED).matcher(line).region(end, line.length());
      if (full >= 2 || (full == 1 && !capitalised) || !next.lookingAt()) {
        return end;
      }
      end = next.end();
    }
  }
}
