package dev.offprint.digests;

import dev.offprint.messages.Message;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Why a paper is in an edition, as a sentence tells it. */
public final class WhyChosen {
  private static final int LONGEST = 120;

  private static final Pattern EXCLUSION = Pattern.compile("(?<!\\S)-(?:\"[^\"]*\"|\\S+)");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s\",()]+");
  private static final Pattern FIELD = Pattern.compile("^(?i:author|cat):");

  /** Nobody needs to be told that these were or were not found. */
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
          "with");

  private WhyChosen() {}

  /** Such as {@code your interest "diffusion"} or {@code 74 upvotes, #2 today}. */
  public static Message of(ChosenPaper chosen, LocalDate day) {
    return switch (chosen.reason()) {
      case Reason.Matched matched -> matched(matched);
      case Reason.Close close -> close(close);
      case Reason.Alike alike -> Message.of("why.alike", shortened(alike.title()));
      case Reason.Trending trending -> trending(trending, chosen, day);
      case Reason.TrendingOfWeek trending ->
          Message.of("note.votes.week", upvotes(trending.upvotes()), trending.place());
    };
  }

  private static Message close(Reason.Close close) {
    String interest = shortened(close.interest().text());
    String sentence = OneLine.of(close.sentence());
    String group = close.group();
    if (group != null) {
      String of = OneLine.of(group);
      return sentence.isEmpty()
          ? Message.of("why.group.close", interest, of)
          : Message.of("why.group.close.sentence", interest, of, sentence);
    }
    return sentence.isEmpty()
        ? Message.of("why.close", interest)
        : Message.of("why.close.sentence", interest, sentence);
  }

  private static Message matched(Reason.Matched matched) {
    String line = matched.interest().text();
    Set<String> missing = words(OneLine.of(line));
    matched.words().forEach(word -> missing.removeAll(words(word)));
    String words = shortened(String.join(", ", matched.words()));
    String group = matched.group();
    if (group != null) {
      String of = OneLine.of(group);
      return missing.isEmpty()
          ? Message.of("why.group.interest", shortened(line), of)
          : Message.of("why.group.interest.words", shortened(line), of, words);
    }
    return missing.isEmpty()
        ? Message.of("why.interest", shortened(line))
        : Message.of("why.interest.words", shortened(line), words);
  }

  private static Message trending(Reason.Trending trending, ChosenPaper chosen, LocalDate day) {
    Message upvotes = upvotes(trending.upvotes());
    return trending.today()
        ? Message.of("note.votes.today", upvotes, trending.place())
        : Message.of(
            "note.votes.day",
            upvotes,
            trending.place(),
            Days.day(chosen.paper().dates().announced(), day));
  }

  static Message upvotes(int upvotes) {
    return Message.of("upvotes", upvotes);
  }

  private static String shortened(String line) {
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
}
