package dev.offprint.digests;

import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a paper is in an edition, in words.
 *
 * @param interest the interest that matched, as the subscriber wrote it
 * @param words what of it stands in the paper, when that is not all of it
 * @param popularity such as {@code 74 upvotes, 2nd today}; stands instead of an interest
 */
public record WhyChosen(
    @Nullable String interest, @Nullable String words, @Nullable String popularity) {
  private static final int LONGEST = 120;

  private static final Pattern EXCLUSION = Pattern.compile("(?<!\\S)-(?:\"[^\"]*\"|\\S+)");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s\",()]+");
  private static final Pattern FIELD = Pattern.compile("^(?i:author|cat):");

  /** Nobody needs to be told that these were or were not found. */
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
          "with");

  /** On one line, such as {@code your interest "diffusion"} or {@code 74 upvotes, 2nd today}. */
  public static String inWords(ChosenPaper chosen, LocalDate day) {
    WhyChosen why = of(chosen, day);
    if (why.interest == null) {
      return String.valueOf(why.popularity);
    }
    return "your interest \""
        + why.interest
        + "\""
        + (why.words == null ? "" : " (" + why.words + ")");
  }

  static WhyChosen of(ChosenPaper chosen, LocalDate day) {
    return switch (chosen.reason()) {
      case Reason.Matched matched -> matched(matched);
      case Reason.Trending trending ->
          new WhyChosen(null, null, popularity(trending, chosen.paper().dates().announced(), day));
    };
  }

  private static WhyChosen matched(Reason.Matched matched) {
    String line = OneLine.of(matched.interest().line());
    Set<String> missing = words(line);
    matched.words().forEach(word -> missing.removeAll(words(word)));
    @Nullable String words =
        missing.isEmpty()
            ? null
            : Excerpt.ofWords(OneLine.of(String.join(", ", matched.words())), LONGEST);
    return new WhyChosen(Excerpt.ofWords(line, LONGEST), words, null);
  }

  /** The words that a paper could hold: without exclusions, small words, quotes and field names. */
  private static Set<String> words(String line) {
    List<String> wanted =
        Arrays.stream(SEPARATOR.split(EXCLUSION.matcher(line).replaceAll(" ")))
            .map(word -> FIELD.matcher(word).replaceFirst("").toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty() && !SMALL_WORDS.contains(word))
            .toList();
    return new TreeSet<>(wanted);
  }

  private static String popularity(Reason.Trending trending, LocalDate announced, LocalDate day) {
    String when =
        trending.today()
            ? " today"
            : " on "
                + English.day(announced)
                + (announced.getYear() == day.getYear() ? "" : " " + announced.getYear());
    return English.count(trending.upvotes(), "upvote")
        + ", "
        + English.ordinal(trending.place())
        + when;
  }
}
