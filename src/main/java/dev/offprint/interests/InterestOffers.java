package dev.offprint.interests;

import dev.offprint.messages.Message;
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
  List<Message> of(Interest interest) {
    String line = interest.text();
    List<ArxivCategories.Category> categories = ArxivCategories.ofName(line);
    if (!categories.isEmpty()) {
      return List.of(category(categories));
    }
    if (ADDRESS.matcher(line).matches()) {
      return List.of(Message.of("interest.page"));
    }
    if (PersonGuess.isName(line, words)) {
      return List.of(Message.of("interest.author", line));
    }
    List<Message> offers = new ArrayList<>(unknownCategories(line));
    offers.addAll(misspelled(line));
    InterestCheck.remark(interest).ifPresent(offers::add);
    return offers;
  }

  private static List<Message> unknownCategories(String line) {
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

  private static Optional<Message> unknownCategory(String code) {
    List<ArxivCategories.Category> near = ArxivCategories.near(code);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of("interest.no-category", code, category(near)));
  }

  private static Message category(List<ArxivCategories.Category> categories) {
    return Message.of(
        "interest.category",
        categories.stream()
            .map(category -> category.code() + " (" + category.name() + ")")
            .toList(),
        categories.stream()
            .map(category -> "cat:" + category.code())
            .collect(Collectors.joining(" OR ")));
  }

  private List<Message> misspelled(String line) {
    List<Clause.Word> clauses =
        InterestParser.parse(line).alternatives().stream()
            .flatMap(alternative -> alternative.words().stream())
            .toList();
    if (clauses.size() > MOST_WORDS) {
      return List.of();
    }
    List<Message> offers = new ArrayList<>();
    for (Clause.Word word : clauses) {
      String written = word.spelling();
      if (words.frequency(written) == 0 && left > 0) {
        left--;
        Optional<String> meant = spelling.correction(written);
        meant.ifPresent(correct -> offers.add(Message.of("interest.spelling", written, correct)));
      }
    }
    return offers;
  }
}
