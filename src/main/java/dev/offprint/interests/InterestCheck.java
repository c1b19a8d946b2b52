package dev.offprint.interests;

import dev.offprint.messages.Message;
import dev.offprint.search.Clause;
import dev.offprint.search.EnglishText;
import dev.offprint.search.InterestParser;
import dev.offprint.search.ParsedInterest;
import dev.offprint.subscribers.Interest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Tells a subscriber about an interest that no paper can ever match, or that says too little. */
public final class InterestCheck {
  private InterestCheck() {}

  /**
   * Why the interest can never match, in words fit for the person who wrote it; empty when some
   * paper could. It is kept either way, and does no harm.
   */
  public static Optional<Message> complaint(Interest interest) {
    ParsedInterest parsed = InterestParser.parse(interest.text());
    if (parsed.alternatives().isEmpty()) {
      if (!parsed.exclusions().isEmpty()) {
        return Optional.of(Message.of("interest.exclusions"));
      }
      return Optional.of(
          EnglishText.stems(interest.text()).isEmpty()
              ? Message.of("interest.wordless")
              : Message.of("interest.common"));
    }
    if (parsed.alternatives().stream().allMatch(InterestCheck::namesOnlyInitials)) {
      return Optional.of(Message.of("interest.initials"));
    }
    if (parsed.alternatives().stream()
        .allMatch(alternative -> contradicts(alternative, parsed.exclusions()))) {
      return Optional.of(Message.of("interest.contradiction"));
    }
    return Optional.empty();
  }

  /**
   * What is weak about an interest that some paper can match, in words fit for the person who wrote
   * it.
   */
  public static Optional<Message> remark(Interest interest) {
    return complaint(interest).isPresent()
        ? Optional.empty()
        : TellingWords.remark(interest.text());
  }

  private static boolean namesOnlyInitials(ParsedInterest.Alternative alternative) {
    return alternative.required().stream()
        .anyMatch(clause -> clause instanceof Clause.Author a && a.name().fullParts().isEmpty());
  }

  private static boolean contradicts(
      ParsedInterest.Alternative alternative, List<Clause> exclusions) {
    int needed = alternative.minimum();
    long possible =
        alternative.words().stream()
            .filter(word -> exclusions.stream().noneMatch(other -> implies(word, other)))
            .count();
    return possible < needed
        || alternative.required().stream()
            .anyMatch(clause -> exclusions.stream().anyMatch(other -> implies(clause, other)));
  }

  /** Whether a paper that holds the one always holds the other. */
  private static boolean implies(Clause one, Clause other) {
    return switch (one) {
      case Clause.Word word -> textImplies(word.stems(), other, false);
      case Clause.Phrase phrase -> textImplies(phrase.stems(), other, phrase.inTitle());
      case Clause.Author author ->
          other instanceof Clause.Author(var spelling, var name) && name.equals(author.name());
      case Clause.Category category ->
          other instanceof Clause.Category wider && wider.includes(category.start());
    };
  }

  private static boolean textImplies(List<String> stems, Clause other, boolean inTitle) {
    return switch (other) {
      case Clause.Word word -> Collections.indexOfSubList(stems, word.stems()) >= 0;
      case Clause.Phrase phrase ->
          (inTitle || !phrase.inTitle()) && Collections.indexOfSubList(stems, phrase.stems()) >= 0;
      default -> false;
    };
  }
}
