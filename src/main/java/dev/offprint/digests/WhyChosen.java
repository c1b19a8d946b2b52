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
 * @param ground such as {@code Your interest} or {@code 74 upvotes, 2nd today}
 * @param subject the interest that the ground speaks of, as the subscriber wrote it, or the title
 *     of the paper of which they want more alike
 * @param words what of an interest stands in the paper, when that is not all of it
 * @param sentence of the paper, that is close in meaning, when it has few of the words
 */
public record WhyChosen(
    String ground, @Nullable String subject, @Nullable String words, @Nullable String sentence) {
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
    if (why.subject == null) {
      return why.ground;
    }
    return why.ground.substring(0, 1).toLowerCase(Locale.ROOT)
        + why.ground.substring(1)
        + " \""
        + why.subject
        + "\""
        + (why.words == null ? "" : " (" + why.words + ")")
        + (why.sentence == null ? "" : ": “" + why.sentence + "”");
  }

  static WhyChosen of(ChosenPaper chosen, LocalDate day) {
    return switch (chosen.reason()) {
      case Reason.Matched matched -> matched(matched);
      case Reason.Close close ->
          new WhyChosen(
              "Close in meaning to your interest",
              subject(close.interest().text()),
              null,
              close.sentence().isEmpty() ? null : OneLine.of(close.sentence()));
      case Reason.Alike alike -> new WhyChosen("Resembles", subject(alike.title()), null, null);
      case Reason.Trending trending ->
          new WhyChosen(
              popularity(trending, chosen.paper().dates().announced(), day), null, null, null);
      case Reason.TrendingOfWeek trending ->
          new WhyChosen(
              popularity(trending.upvotes(), trending.place()) + " of the week", null, null, null);
    };
  }

  private static WhyChosen matched(Reason.Matched matched) {
    String line = OneLine.of(matched.interest().text());
    Set<String> missing = words(line);
    matched.words().forEach(word -> missing.removeAll(words(word)));
    @Nullable String words =
        missing.isEmpty()
            ? null
            : Excerpt.ofWords(OneLine.of(String.join(", ", matched.words())), LONGEST);
    return new WhyChosen("Your interest", subject(line), words, null);
  }

  private static String subject(String line) {
    return Excerpt.ofWords(OneLine.of(line), LONGEST);
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
    String when = trending.today() ? " today" : " on " + English.day(announced, day);
    return popularity(trending.upvotes(), trending.place()) + when;
  }

  private static String popularity(int upvotes, int place) {
    return English.count(upvotes, "upvote") + ", " + English.ordinal(place);
  }
}
