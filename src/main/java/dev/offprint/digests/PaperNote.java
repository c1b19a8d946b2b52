package dev.offprint.digests;

import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said at a paper because the heading of its section does not say it. */
final class PaperNote {
  private static final int LONGEST_TITLE = 90;

  private PaperNote() {}

  /**
   * Such as {@code Close in meaning · 12 upvotes · from Friday}.
   *
   * @param day of the edition
   * @return possibly empty
   */
  static String of(ChosenPaper chosen, LocalDate day, boolean weekly) {
    List<String> said = new ArrayList<>();
    Popularity popularity = chosen.popularity();
    switch (chosen.reason()) {
      case Reason.Matched _ -> votes(popularity, said);
      case Reason.Close _ -> {
        said.add("Close in meaning");
        votes(popularity, said);
      }
      case Reason.Alike alike -> {
        said.add("Like “" + Excerpt.ofWords(OneLine.of(alike.title()), LONGEST_TITLE) + "”");
        votes(popularity, said);
      }
      case Reason.Trending _, Reason.TrendingOfWeek _ ->
          said.add(WhyChosen.of(chosen, day).ground());
    }
    from(chosen, day, weekly).forEach(said::add);
    return String.join(" · ", said);
  }

  private static void votes(Popularity popularity, List<String> said) {
    if (popularity.upvotes() > 0) {
      said.add(English.count(popularity.upvotes(), "upvote"));
    }
  }

  /** Papers of the day before are as new as the day's own; older ones were waiting. */
  private static List<String> from(ChosenPaper chosen, LocalDate day, boolean weekly) {
    LocalDate announced = chosen.paper().dates().announced();
    long age = ChronoUnit.DAYS.between(announced, day);
    if (weekly || age < 2 || chosen.reason() instanceof Reason.Trending) {
      return List.of();
    }
    return List.of(
        "from "
            + (age < 7
                ? announced.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : English.day(announced)));
  }
}
