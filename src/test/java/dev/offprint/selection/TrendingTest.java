package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.paper;
import static dev.offprint.selection.TestPapers.preferences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Candidate;
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

    try (DaySelection selection = new EditionPlanner(papers).on(DAY)) {
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
  }
}
