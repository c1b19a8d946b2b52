package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.paper;
import static dev.offprint.selection.TestPapers.preferences;
import static dev.offprint.selection.TestPapers.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrendingTest {
  @Test
  void anUpvoteCountsHalfAfterTwoDays() {
    List<Candidate> papers =
        List.of(
            paper("fading", DAY.minusDays(2), 20, "A"),
            paper("below", DAY, 9, "B"),
            paper("above", DAY, 11, "C"));

    assertThat(ids(Trending.rank(papers, DAY))).containsExactly("above", "fading", "below");
  }

  @Test
  void equalsComeNewestFirstThenById() {
    List<Candidate> papers =
        List.of(
            paper("b", DAY, 4, "B"),
            paper("old", DAY.minusDays(2), 8, "A"),
            paper("a", DAY, 4, "C"));

    assertThat(ids(Trending.rank(papers, DAY))).containsExactly("a", "b", "old");
  }

  @Test
  void aPaperWithoutVotesIsNotTrendingNorIsOneOfTomorrow() {
    List<Candidate> papers =
        List.of(paper("none", DAY, 0, "A"), paper("tomorrow", DAY.plusDays(1), 50, "B"));

    assertThat(Trending.rank(papers, DAY)).isEmpty();
  }

  @Test
  void thePlaceIsAmongThePapersOfTheSameDayAndTiesShareIt() {
    TestPapers papers =
        TestPapers.of(
            paper("first", DAY, 9, "A"),
            paper("second", DAY, 5, "B"),
            paper("also-second", DAY, 5, "C"),
            paper("fourth", DAY, 1, "D"),
            paper("first-yesterday", DAY.minusDays(1), 3, "E"));

    DaySelection selection = new DaySelector(papers).on(DAY);
    Plan.Papers plan =
        (Plan.Papers)
            selection.plan(TestPapers.reader(preferences(Content.TRENDING, 10), Set.of()));

    assertThat(plan.chosen())
        .extracting(ChosenPaper::reason)
        .containsExactly(
            new Reason.Trending(9, 1, true),
            new Reason.Trending(5, 2, true),
            new Reason.Trending(5, 2, true),
            new Reason.Trending(3, 1, false),
            new Reason.Trending(1, 4, true));
  }

  @Test
  void overAWeekVotesCountAlikeWheneverAPaperWasAnnounced() {
    List<Candidate> papers =
        List.of(
            paper("today", DAY, 20, "A"),
            paper("b", DAY.minusDays(6), 21, "B"),
            paper("a", DAY.minusDays(6), 21, "C"),
            paper("newer", DAY.minusDays(5), 21, "D"),
            paper("none", DAY, 0, "E"),
            paper("tomorrow", DAY.plusDays(1), 50, "F"));

    assertThat(ids(Trending.rankOfWeek(papers, DAY))).containsExactly("newer", "a", "b", "today");
  }

  @Test
  void aWeeklyReaderGetsTheBestOfTheWeekAndADailyOneOfTheSameDayTheFreshest() {
    TestPapers papers =
        TestPapers.of(
            paper("today", DAY, 20, "Alpha"),
            paper("of-a-week-ago", DAY.minusDays(7), 90, "Beta"),
            paper("as-voted", DAY.minusDays(3), 20, "Gamma"),
            paper("fourth", DAY.minusDays(4), 12, "Delta"),
            paper("too-old", DAY.minusDays(8), 500, "Epsilon"));
    Preferences daily = preferences(Content.TRENDING, 4);

    DaySelection selection = new DaySelector(papers).on(DAY);
    Plan.Papers week = (Plan.Papers) selection.plan(TestPapers.reader(weekly(daily), Set.of()));
    Plan.Papers day = (Plan.Papers) selection.plan(TestPapers.reader(daily, Set.of()));

    assertThat(ids(week)).containsExactly("of-a-week-ago", "today", "as-voted", "fourth");
    assertThat(week.chosen())
        .extracting(ChosenPaper::reason)
        .containsExactly(
            new Reason.TrendingOfWeek(90, 1),
            new Reason.TrendingOfWeek(20, 2),
            new Reason.TrendingOfWeek(20, 2),
            new Reason.TrendingOfWeek(12, 4));
    assertThat(ids(day)).containsExactly("today", "of-a-week-ago", "as-voted", "fourth");
    assertThat(day.chosen())
        .extracting(ChosenPaper::reason)
        .containsExactly(
            new Reason.Trending(20, 1, true),
            new Reason.Trending(90, 1, false),
            new Reason.Trending(20, 1, false),
            new Reason.Trending(12, 1, false));
  }

  @Test
  void aWeeklyReaderGetsThePlaceOfTheWeekAlsoWhenTheBetterOnesWereSent() {
    TestPapers papers =
        TestPapers.of(paper("first", DAY, 20, "Alpha"), paper("second", DAY, 10, "Beta"));
    Preferences weekly = weekly(preferences(Content.TRENDING, 5));

    DaySelection selection = new DaySelector(papers).on(DAY);
    Plan.Papers plan =
        (Plan.Papers) selection.plan(TestPapers.reader(weekly, Set.of(new PaperId("first"))));

    assertThat(plan.chosen())
        .extracting(ChosenPaper::reason)
        .containsExactly(new Reason.TrendingOfWeek(10, 2));
  }
}
