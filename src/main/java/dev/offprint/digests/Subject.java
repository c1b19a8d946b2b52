package dev.offprint.digests;

import dev.offprint.digests.EditionView.Entry;
import dev.offprint.messages.Messages;
import dev.offprint.selection.Reason;
import java.util.List;
import java.util.Locale;
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

  /** The most characters of a name before the title. */
  private static final int NAME = 30;

  /** A first word that has a capital only because a line begins with it. */
  private static final Pattern PLAIN_WORD = Pattern.compile("^\\p{Ll}{2,}(?![\\p{L}\\p{M}\\p{N}])");

  private Subject() {}

  /** Such as {@code Vaswani: Attention Is All You Need and 9 more}. */
  static String of(Entry first, int others, Messages in) {
    String beginning = beginning(first);
    int around = others == 0 ? 0 : in.text("edition.subject", "", others).length();
    String title =
        beginning + Excerpt.ofWords(first.paper().title(), LONGEST - beginning.length() - around);
    return others == 0 ? title : in.text("edition.subject", title, others);
  }

  private static String beginning(Entry first) {
    List<String> followed =
        first.paper().authors().stream()
            .filter(MailPaper.Name::followed)
            .map(MailPaper.Name::text)
            .toList();
    if (!followed.isEmpty()) {
      return Excerpt.ofWords(FamilyName.of(followed.getFirst()), NAME) + ": ";
    }
    String name = first.heading().text();
    boolean isInterest =
        first.chosen().reason() instanceof Reason.Matched
            || first.chosen().reason() instanceof Reason.Close;
    boolean isSaid =
        first.paper().title().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT));
    return isInterest && !isSaid && name.length() <= INTEREST ? capitalised(name) + ": " : "";
  }

  /** {@code mRNA}, {@code k-means} and the like stay as they are. */
  private static String capitalised(String name) {
    return PLAIN_WORD.matcher(name).find()
        ? Character.toString(Character.toTitleCase(name.charAt(0))) + name.substring(1)
        : name;
  }
}
