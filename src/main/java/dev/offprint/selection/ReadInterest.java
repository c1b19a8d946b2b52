package dev.offprint.selection;

import dev.offprint.search.InterestParser;
import dev.offprint.search.ParsedInterest;
import dev.offprint.search.ParsedInterest.Alternative;
import dev.offprint.search.RankedQuery;
import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interest as choosing takes it: a text of a sentence or more is words alone, whatever it looks
 * like.
 *
 * @param interest as it was written
 * @param parsed what it asks for
 * @param topics for each of its alternatives, what a paper should mean; empty where the alternative
 *     asks for more than words, such as an author or a phrase, which mean themselves
 */
record ReadInterest(Interest interest, ParsedInterest parsed, List<Optional<String>> topics) {
  static ReadInterest of(Interest interest) {
    RankedQuery request = RankedQuery.of(interest.text());
    boolean plain = request.conditions().isEmpty();
    ParsedInterest parsed =
        request.isProse()
            ? InterestParser.plain(request.subject())
            : InterestParser.parse(interest.text());
    return new ReadInterest(
        interest,
        parsed,
        parsed.alternatives().stream()
            .map(
                alternative ->
                    Optional.of(plain ? request.subject() : alternative.subject())
                        .filter(topic -> alternative.isInWords()))
            .toList());
  }

  /** What is to be embedded of interests. */
  static List<String> topics(Stream<ReadInterest> interests) {
    return interests
        .flatMap(interest -> interest.topics().stream())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  List<Alternative> alternatives() {
    return parsed.alternatives();
  }
}
