package dev.offprint.search;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text by which papers are ranked, taken apart.
 *
 * @param subject what the papers are to be about, in words; possibly empty
 * @param conditions the interest as written, when it has operators; papers that do not meet them
 *     are out
 * @param isProse whether it is so long that nothing in it is an operator
 */
public record RankedQuery(String subject, Optional<ParsedInterest> conditions, boolean isProse) {
  // A text of so many words is prose: its quotes, dashes and capitals are those of language.
  private static final int PROSE = 16;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
  private static final Pattern FIELD =
      Pattern.compile("(?:^|[\\s-])(?:author|cat|title):\\S", Pattern.CASE_INSENSITIVE);

  public static RankedQuery of(String text) {
    String read =
        text.length() > InterestParser.MAX_CHARACTERS
            ? text.substring(0, InterestParser.MAX_CHARACTERS)
            : text;
    if (BETWEEN_WORDS.split(read.strip(), PROSE).length == PROSE && !FIELD.matcher(read).find()) {
      return new RankedQuery(read, Optional.empty(), true);
    }
    ParsedInterest interest = InterestParser.parse(read);
    return interest.isPlain()
        ? new RankedQuery(read, Optional.empty(), false)
        : new RankedQuery(interest.subject(), Optional.of(interest), false);
  }
}
