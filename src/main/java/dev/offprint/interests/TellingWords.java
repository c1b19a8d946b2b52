package dev.offprint.interests;

import dev.offprint.messages.Message;
import dev.offprint.search.Background;
import dev.offprint.search.BackgroundWords;
import dev.offprint.search.Clause;
import dev.offprint.search.InterestParser;
import dev.offprint.search.ParsedInterest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the words of an interest tell papers apart. */
final class TellingWords {
  // These say how something is, and so are no subject, however few papers have them.
  private static final Set<String> QUALIFYING =
      Set.of(
          "advanced",
          "best",
          "better",
          "current",
          "deep",
          "efficient",
          "good",
          "improved",
          "interesting",
          "latest",
          "modern",
          "new",
          "novel",
          "popular",
          "recent",
          "simple",
          "state-of-the-art",
          "various");

  private TellingWords() {}

  static Optional<Message> remark(String line) {
    ParsedInterest parsed = InterestParser.parse(line);
    if (!parsed.isPlain()) {
      return Optional.empty();
    }
    List<Clause.Word> telling =
        parsed.alternatives().stream()
            .flatMap(alternative -> alternative.words().stream())
            .toList();
    if (line.codePoints().noneMatch(Character::isLetter)) {
      return line.codePoints().anyMatch(Character::isDigit)
          ? Optional.of(Message.of("interest.numbers"))
          : Optional.empty();
    }
    if (isOfOtherScript(line)) {
      return Optional.of(Message.of("interest.script"));
    }
    return !telling.isEmpty() && telling.stream().allMatch(TellingWords::isGeneral)
        ? Optional.of(Message.of("interest.general"))
        : Optional.empty();
  }

  private static boolean isGeneral(Clause.Word word) {
    return QUALIFYING.contains(BackgroundWords.plain(word.spelling()))
        || Background.weight(word.stems()) == 0;
  }

  private static boolean isOfOtherScript(String line) {
    long letters = line.codePoints().filter(Character::isLetter).count();
    long latin =
        line.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> isLatinOrGreek(Character.UnicodeScript.of(letter)))
            .count();
    return 2 * latin < letters;
  }

  /** Greek letters stand in English abstracts too. */
  private static boolean isLatinOrGreek(Character.UnicodeScript script) {
    return switch (script) {
      case LATIN, GREEK, COMMON, INHERITED -> true;
      default -> false;
    };
  }
}
