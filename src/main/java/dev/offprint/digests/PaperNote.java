package dev.offprint.digests;

import dev.offprint.messages.Message;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said at a paper beside its title.
 *
 * @param text what the heading of its section does not say, such as {@code Close in meaning · 12
 *     upvotes, up 9 since yesterday · from Friday}; possibly empty
 * @param reason the reason in a few words, for where there is no heading
 */
record PaperNote(String text, String reason) {
  private static final int LONGEST_TITLE = 90;

  /**
   * Of a paper of an edition.
   *
   * @param heading of its section
   * @param day of the edition
   */
  static PaperNote of(
      ChosenPaper chosen,
      SectionHeading heading,
      MailPaper paper,
      LocalDate day,
      boolean weekly,
      Messages in) {
    String text =
        said(chosen, day, weekly).stream().map(in::text).collect(Collectors.joining(" · "));
    if (chosen.reason().isTrending() || chosen.reason() instanceof Reason.Alike) {
      return new PaperNote(text, text);
    }
    String followed =
        paper.authors().stream()
            .filter(MailPaper.Name::followed)
            .map(MailPaper.Name::text)
            .collect(Collectors.joining(", "));
    String why = followed.isEmpty() ? heading.name() : in.text("note.by", followed);
    return new PaperNote(text, text.isEmpty() ? why : why + " · " + text);
  }

  private static List<Message> said(ChosenPaper chosen, LocalDate day, boolean weekly) {
    List<Message> said = new ArrayList<>();
    Popularity popularity = chosen.popularity();
    switch (chosen.reason()) {
      case Reason.Matched _ -> votes(popularity, day, said);
      case Reason.Close _ -> {
        said.add(Message.of("note.close"));
        votes(popularity, day, said);
      }
      case Reason.Alike alike -> {
        said.add(
            Message.of("note.alike", Excerpt.ofWords(OneLine.of(alike.title()), LONGEST_TITLE)));
        votes(popularity, day, said);
      }
      case Reason.Trending _, Reason.TrendingOfWeek _ -> {
        if (rise(popularity, day) == null) {
          said.add(WhyChosen.of(chosen, day));
        } else {
          votes(popularity, day, said);
        }
      }
    }
    from(chosen, day, weekly).forEach(said::add);
    return said;
  }

  private static void votes(Popularity popularity, LocalDate day, List<Message> said) {
    if (popularity.upvotes() > 0) {
      Message upvotes = WhyChosen.upvotes(popularity.upvotes());
      Popularity.Rise rise = rise(popularity, day);
      said.add(
          rise == null
              ? upvotes
              : Message.of("note.risen", upvotes, rise.upvotes(), since(rise.since(), day)));
    }
  }

  /** Null when the votes did not rise since a day before this one. */
  private static Popularity.@Nullable Rise rise(Popularity popularity, LocalDate day) {
    Popularity.Rise rise = popularity.rise();
    return rise == null || !rise.since().isBefore(day) ? null : rise;
  }

  private static Message since(LocalDate since, LocalDate day) {
    return since.equals(day.minusDays(1)) ? Message.of("note.yesterday") : Days.past(since, day);
  }

  /** Papers of the day before are as new as the day's own; older ones were waiting. */
  private static List<Message> from(ChosenPaper chosen, LocalDate day, boolean weekly) {
    LocalDate announced = chosen.paper().dates().announced();
    long age = ChronoUnit.DAYS.between(announced, day);
    boolean said =
        chosen.reason() instanceof Reason.Trending && rise(chosen.popularity(), day) == null;
    return weekly || age < 2 || said
        ? List.of()
        : List.of(Message.of("note.from", Days.past(announced, day)));
  }
}
