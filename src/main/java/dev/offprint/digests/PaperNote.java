package dev.offprint.digests;

import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said at a paper because the heading of its section does not say it. */
final class PaperNote {
  private static final int LONGEST_TITLE = 90;

  private PaperNote() {}

  /**
   * Such as {@code Close in meaning · 12 upvotes, up 9 since yesterday · from Friday}.
   *
   * @param day of the edition
   * @return possibly empty
   */
  static String of(ChosenPaper chosen, LocalDate day, boolean weekly) {
    List<String> said = new ArrayList<>();
    Popularity popularity = chosen.popularity();
    switch (chosen.reason()) {
      case Reason.Matched _ -> votes(popularity, day, said);
      case Reason.Close _ -> {
        said.add("Close in meaning");
        votes(popularity, day, said);
      }
      case Reason.Alike alike -> {
        said.add("Like “" + Excerpt.ofWords(OneLine.of(alike.title()), LONGEST_TITLE) + "”");
        votes(popularity, day, said);
      }
      case Reason.Trending _, Reason.TrendingOfWeek _ -> {
        if (risen(popularity, day) == null) {
          said.add(WhyChosen.of(chosen, day).ground());
        } else {
          votes(popularity, day, said);
        }
      }
    }
    from(chosen, day, weekly).forEach(said::add);
    return String.join(" · ", said);
  }

  private static void votes(Popularity popularity, LocalDate day, List<String> said) {
    if (popularity.upvotes() > 0) {
      String upvotes = English.count(popularity.upvotes(), "upvote");
      String risen = risen(popularity, day);
      said.add(risen == null ? upvotes : upvotes + ", " + risen);
    }
  }

  /**
   * Such as {@code up 9 since yesterday}; null when the votes did not rise since a day before this
   * one.
   */
  private static @Nullable String risen(Popularity popularity, LocalDate day) {
    Popularity.Rise rise = popularity.rise();
    if (rise == null || !rise.since().isBefore(day)) {
      return null;
    }
    LocalDate since = rise.since();
    String when = since.equals(day.minusDays(1)) ? "yesterday" : English.pastDay(since, day);
    return "up " + English.number(rise.upvotes()) + " since " + when;
  }

  /** Papers of the day before are as new as the day's own; older ones were waiting. */
  private static List<String> from(ChosenPaper chosen, LocalDate day, boolean weekly) {
    LocalDate announced = chosen.paper().dates().announced();
    long age = ChronoUnit.DAYS.between(announced, day);
    boolean said =
        chosen.reason() instanceof Reason.Trending && risen(chosen.popularity(), day) == null;
    return weekly || age < 2 || said
        ? List.of()
        : List.of("from " + English.pastDay(announced, day));
  }
}
