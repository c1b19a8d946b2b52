package dev.offprint.interests;

import dev.offprint.search.BackgroundWords;
import dev.offprint.search.Clause;
import dev.offprint.search.InterestParser;
import dev.offprint.search.ParsedInterest;
import dev.offprint.subscribers.Interest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody may have meant by an interest that is fine as it stands. */
final class InterestOffers {
  /** In a longer text a misspelled word makes little difference. */
  private static final int MOST_WORDS = 12;

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

  private final BackgroundWords words;
  private final Spelling spelling;

  /** How many more words are looked up; a list of all words would take seconds. */
  private int left = 40;

  InterestOffers(BackgroundWords words) {
    this.words = words;
    this.spelling = new Spelling(words);
  }

  /** Sentences without their full stop. */
  List<String> of(Interest interest) {
    String line = interest.text();
    List<ArxivCategories.Category> categories = ArxivCategories.ofName(line);
    if (!categories.isEmpty()) {
      return List.of(category(categories));
    }
    if (ADDRESS.matcher(line).matches()) {
      return List.of(
          "this address names no paper that is known by it; write what the papers are to be about");
    }
    if (PersonGuess.isName(line, words)) {
      return List.of("did you mean the author? Write author:\"" + line + "\"");
    }
    List<String> offers = new ArrayList<>(unknownCategories(line));
    offers.addAll(misspelled(line));
    InterestCheck.remark(interest).ifPresent(offers::add);
    return offers;
  }

  private static List<String> unknownCategories(String line) {
    ParsedInterest parsed = InterestParser.parse(line);
    return Stream.concat(
            parsed.alternatives().stream().flatMap(each -> each.required().stream()),
            parsed.exclusions().stream())
        .filter(Clause.Category.class::isInstance)
        .map(Clause.Category.class::cast)
        .filter(category -> !category.spelling().endsWith("*"))
        .map(Clause.Category::spelling)
        .distinct()
        .flatMap(code -> unknownCategory(code).stream())
        .toList();
  }

  private static Optional<String> unknownCategory(String code) {
    List<ArxivCategories.Category> near = ArxivCategories.near(code);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("arXiv has no category " + code + "; " + category(near));
  }

  private static String category(List<ArxivCategories.Category> categories) {
    String which =
        categories.stream()
            .map(category -> category.code() + " (" + category.name() + ")")
            .collect(Collectors.joining(" or "));
    String written =
        categories.stream()
            .map(category -> "cat:" + category.code())
            .collect(Collectors.joining(" OR "));
    return "did you mean the category " + which + "? Write " + written;
  }

  private List<String> misspelled(String line) {
    List<Clause.Word> clauses =
        InterestParser.parse(line).alternatives().stream()
            .flatMap(alternative -> alternative.words().stream())
            .toList();
    if (clauses.size() > MOST_WORDS) {
      return List.of();
    }
    List<String> offers = new ArrayList<>();
    for (Clause.Word word : clauses) {
      String written = word.spelling();
      if (words.frequency(written) == 0 && left > 0) {
        left--;
        Optional<String> meant = spelling.correction(written);
        meant.ifPresent(
            correct ->
                offers.add(
                    "hardly any paper has the word “"
                        + written
                        + "”; did you mean “"
                        + correct
                        + "”?"));
      }
    }
    return offers;
  }
}
