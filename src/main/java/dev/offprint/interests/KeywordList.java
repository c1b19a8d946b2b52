package dev.offprint.interests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keywords on one line, as papers and profiles list them, of which each is an interest. */
final class KeywordList {
  private static final int MOST_WORDS = 4;
  private static final int MOST_WORDS_BETWEEN_SEMICOLONS = 8;

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:key\\s?words|index terms|topics|interests)\\s*[:—–-]\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern OPERATOR =
      Pattern.compile(
          "(?:^|[\\s,;(-])(?i:author|cat|title|like):|(?:^|\\s)(?:OR|NOT)(?:\\s|$)|[\"“”„«»]|(?:^|[\\s,;])-\\p{L}");
  private static final Pattern SENTENCE = Pattern.compile("[.!?](?:\\s|$)");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[\\s-]*){1,3}");
  private static final Pattern AND = Pattern.compile("^(?:and|or|&)\\s+", Pattern.CASE_INSENSITIVE);

  // These words hold a sentence together; a keyword has none of them.
  private static final Set<String> OF_SENTENCES =
      Set.of(
          "i",
          "we",
          "you",
          "they",
          "is",
          "are",
          "was",
          "were",
          "be",
          "can",
          "that",
          "which",
          "how",
          "what",
          "when",
          "where",
          "why",
          "who",
          "but",
          "not",
          "if",
          "has",
          "have",
          "do",
          "does",
          "about",
          "especially",
          "particularly",
          "including",
          "such",
          "like",
          "as",
          "because",
          "my",
          "our",
          "the",
          "e.g",
          "i.e",
          "etc");

  private KeywordList() {}

  /** The keywords; nothing when the line is no list of them. */
  static List<String> of(String line) {
    String text = LABEL.matcher(line).replaceFirst("");
    Optional<List<String>> codes = codes(text);
    if (codes.isPresent()) {
      return codes.get();
    }
    if (OPERATOR.matcher(text).find()) {
      return List.of();
    }
    boolean semicolons = text.indexOf(';') >= 0;
    List<String> pieces = pieces(text, semicolons ? ";" : ",");
    boolean enough = pieces.size() >= (semicolons ? 2 : 3);
    int words = semicolons ? MOST_WORDS_BETWEEN_SEMICOLONS : MOST_WORDS;
    return enough && pieces.stream().allMatch(piece -> isKeyword(piece, words))
        ? pieces
        : List.of();
  }

  private static Optional<List<String>> codes(String text) {
    List<String> pieces = pieces(text, "[,;]");
    return pieces.size() >= 2
            && pieces.stream().allMatch(piece -> ArxivCategories.ofCode(piece).isPresent())
        ? Optional.of(pieces)
        : Optional.empty();
  }

  private static List<String> pieces(String text, String separator) {
    return Stream.of(text.split(separator))
        .map(String::strip)
        .map(piece -> AND.matcher(piece).replaceFirst(""))
        .map(piece -> piece.endsWith(".") ? piece.substring(0, piece.length() - 1) : piece)
        .filter(piece -> !piece.isBlank())
        .distinct()
        .toList();
  }

  private static boolean isKeyword(String piece, int mostWords) {
    List<String> words = List.of(piece.split("\\s+"));
    return words.size() <= mostWords
        && piece.codePoints().anyMatch(Character::isLetterOrDigit)
        && !SENTENCE.matcher(piece).find()
        && !INITIALS.matcher(piece).matches()
        && words.stream().noneMatch(word -> OF_SENTENCES.contains(word.toLowerCase(Locale.ROOT)));
  }
}
