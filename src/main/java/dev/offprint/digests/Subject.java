package dev.offprint.digests;

import dev.offprint.digests.EditionView.Entry;
import dev.offprint.selection.Reason;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The subject of an edition: the strongest thing in it first, for this reader. It has no date, so
 * that the words that tell stand where phones show them; no two are alike, as no paper is sent
 * twice, and so mail programs make no thread of them.
 */
final class Subject {
  /** The most characters; what phones show is about half of it. */
  static final int LONGEST = 60;

  /** The most characters of an interest that is named before the title. */
  private static final int INTEREST = 22;

  private static final Pattern LAST_NAME = Pattern.compile("^.* (?=[\\p{L}'’-]{2,}$)");

  private Subject() {}

  /** Such as {@code Vaswani: Attention Is All You Need and 9 more}. */
  static String of(Entry first, int others) {
    String beginning = beginning(first);
    String rest = others == 0 ? "" : " and " + English.number(others) + " more";
    return beginning
        + Excerpt.ofWords(first.paper().title(), LONGEST - beginning.length() - rest.length())
        + rest;
  }

  private static String beginning(Entry first) {
    List<String> followed =
        first.paper().authors().stream()
            .filter(MailPaper.Name::followed)
            .map(MailPaper.Name::text)
            .toList();
    if (!followed.isEmpty()) {
      return LAST_NAME.matcher(followed.getFirst()).replaceFirst("") + ": ";
    }
    String name = first.heading().text();
    boolean isInterest =
        first.chosen().reason() instanceof Reason.Matched
            || first.chosen().reason() instanceof Reason.Close;
    boolean isSaid =
        Set.of(first.paper().title().toLowerCase(java.util.Locale.ROOT)).stream()
            .anyMatch(title -> title.startsWith(name.toLowerCase(java.util.Locale.ROOT)));
    return isInterest && !isSaid && name.length() <= INTEREST
        ? name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1) + ": "
        : "";
  }
}
