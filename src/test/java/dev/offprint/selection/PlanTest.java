package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.paper;
import static dev.offprint.selection.TestPapers.preferences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static Plan plan(List<Candidate> papers, Preferences preferences, String... sent) {
    DaySelection selection = new DaySelector(new TestPapers(papers)).on(DAY);
    return selection.plan(
        TestPapers.reader(
            preferences, Stream.of(sent).map(PaperId::new).collect(Collectors.toSet())));
  }

  private static List<Candidate> many(String prefix, int count, int upvotes, String title) {
    return IntStream.range(0, count)
        .mapToObj(i -> paper("%s%02d".formatted(prefix, i), DAY, upvotes, title + " " + i))
        .toList();
  }

  private static List<Candidate> together(List<Candidate> some, List<Candidate> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  @Test
  void matchesComeFirstAndAFifthIsKeptForTrending() {
    List<Candidate> papers =
        together(many("m", 20, 0, "Graph learning"), many("t", 20, 5, "Speech"));

    assertThat(ids(plan(papers, preferences(Content.BOTH, 10, "graph"))))
        .containsExactly("m00", "m01", "m02", "m03", "m04", "m05", "m06", "m07", "t00", "t01");
  }

  @Test
  void aSmallEditionKeepsOnePlaceForTrendingAndASingleOneNone() {
    List<Candidate> papers = together(many("m", 5, 0, "Graph learning"), many("t", 5, 5, "Speech"));

    assertThat(ids(plan(papers, preferences(Content.BOTH, 2, "graph"))))
        .containsExactly("m00", "t00");
    assertThat(ids(plan(papers, preferences(Content.BOTH, 1, "graph")))).containsExactly("m00");
  }

  @Test
  void matchesTakeThePlacesThatTrendingCannotFill() {
    List<Candidate> papers =
        together(many("m", 20, 0, "Graph learning"), many("t", 1, 5, "Speech"));

    assertThat(ids(plan(papers, preferences(Content.BOTH, 10, "graph"))))
        .hasSize(10)
        .startsWith("m00")
        .contains("m08")
        .endsWith("t00");
  }

  @Test
  void trendingTakesThePlacesThatMatchesCannotFill() {
    List<Candidate> papers =
        together(many("m", 1, 0, "Graph learning"), many("t", 20, 5, "Speech"));

    assertThat(ids(plan(papers, preferences(Content.BOTH, 4, "graph"))))
        .containsExactly("m00", "t00", "t01", "t02");
  }

  @Test
  void aTrendingPaperThatMatchesIsOneMatch() {
    Plan plan = plan(many("m", 1, 7, "Graph learning"), preferences(Content.BOTH, 10, "graphs"));

    assertThat(plan)
        .isInstanceOfSatisfying(
            Plan.Papers.class,
            papers ->
                assertThat(papers.chosen())
                    .extracting(ChosenPaper::reason)
                    .containsExactly(
                        new Reason.Matched(new Interest("graphs"), List.of("graphs"))));
  }

  @Test
  void interestsTakeTurnsHoweverManyPapersOneOfThemMatches() {
    List<Candidate> papers =
        together(many("g", 30, 0, "Graph learning"), many("z", 2, 0, "Speech synthesis"));

    assertThat(ids(plan(papers, preferences(Content.MATCHING, 5, "graph", "speech"))))
        .containsExactly("g00", "z00", "g01", "z01", "g02");
  }

  @Test
  void aPaperOfTwoInterestsComesBeforePapersOfOne() {
    List<Candidate> papers =
        together(
            many("g", 5, 3, "Graph learning"),
            List.of(paper("two", DAY.minusDays(3), 0, "Graph and speech and much else besides")));

    Plan plan = plan(papers, preferences(Content.MATCHING, 3, "graph", "speech"));

    assertThat(ids(plan)).startsWith("two");
    assertThat(((Plan.Papers) plan).chosen().getFirst().reason())
        .isEqualTo(new Reason.Matched(new Interest("speech"), List.of("speech")));
  }

  @Test
  void whatWasSentGivesWayToTheNext() {
    List<Candidate> papers = many("m", 4, 0, "Graph learning");

    assertThat(ids(plan(papers, preferences(Content.MATCHING, 2, "graph"), "m00", "m02")))
        .containsExactly("m01", "m03");
  }

  @Test
  void aSubscriberOfAFullWeekOfFullEditionsStillGetsTheRest() {
    List<Candidate> papers = many("m", 349, 0, "Graph learning");
    String[] sent = IntStream.range(0, 300).mapToObj("m%02d"::formatted).toArray(String[]::new);

    assertThat(ids(plan(papers, preferences(Content.MATCHING, 50, "graph"), sent))).hasSize(49);
  }

  @Test
  void anEditionDrawsOnItsDayAndTheSevenBeforeAndNotOnTomorrow() {
    List<Candidate> papers =
        List.of(
            paper("tomorrow", DAY.plusDays(1), 9, "Graph layout"),
            paper("today", DAY, 1, "Graph search"),
            paper("a-week-ago", DAY.minusDays(7), 9, "Graph theory"),
            paper("before", DAY.minusDays(8), 9, "Graph mining"));

    assertThat(ids(plan(papers, preferences(Content.BOTH, 10, "graph"))))
        .containsExactlyInAnyOrder("today", "a-week-ago");
  }

  @Test
  void aWithdrawnPaperIsNeverChosen() {
    Paper paper = paper("gone", "Graph", "").paper();
    Candidate withdrawn =
        new Candidate(
            new Paper(
                paper.id(),
                paper.title(),
                paper.abstractText(),
                paper.authors(),
                paper.categories(),
                paper.links(),
                new Paper.Dates(null, DAY, DAY)),
            paper("gone", DAY, 9, "Graph").popularity());

    assertThat(plan(List.of(withdrawn), preferences(Content.BOTH, 10, "graph")))
        .isInstanceOf(Plan.Nothing.class);
  }

  @Test
  void theReasonNamesThePiecesThatStandInThePaper() {
    List<Candidate> papers =
        List.of(
            paper(
                "a",
                DAY,
                0,
                "Sparse mixture-of-experts",
                "",
                List.of("Y. LeCun"),
                List.of("cs.LG")));

    assertThat(words(papers, "mixture of experts")).containsExactly("mixture", "experts");
    assertThat(words(papers, "sparse mixture")).containsExactly("sparse mixture");
    assertThat(words(papers, "sparse-experts of mixtures"))
        .as("parts that stand apart are not one")
        .containsExactly("sparse", "experts", "mixtures");
    assertThat(words(papers, "moe OR \"of experts\"")).containsExactly("of experts");
    assertThat(words(papers, "large sparse experts from mixtures"))
        .containsExactly("sparse", "experts", "mixtures");
    assertThat(words(papers, "author:\"Yann LeCun\" cat:cs.* (sparse) -medical"))
        .containsExactly("sparse", "Yann LeCun", "cs.*");
  }

  private static List<String> words(List<Candidate> papers, String interest) {
    Plan.Papers plan = (Plan.Papers) plan(papers, preferences(Content.MATCHING, 1, interest));
    return ((Reason.Matched) plan.chosen().getFirst().reason()).words();
  }

  @Test
  void nothingIsExplained() {
    Preferences matching = preferences(Content.MATCHING, 10, "graph", "speech");
    Preferences trending = preferences(Content.TRENDING, 10);
    Preferences both = preferences(Content.BOTH, 10, "graph");
    List<Candidate> voted = many("v", 2, 3, "Speech");
    List<Candidate> unvoted = many("u", 1, 0, "Speech");

    assertThat(plan(List.of(), both))
        .isEqualTo(new Plan.Nothing("no papers were announced from 16 to 23 May 2024"));
    assertThat(plan(many("x", 2, 0, "Vision"), matching))
        .isEqualTo(
            new Plan.Nothing(
                "none of the papers announced from 16 to 23 May 2024 matches your 2 interests"));
    assertThat(plan(unvoted, matching, "u00"))
        .isEqualTo(
            new Plan.Nothing(
                "the only paper announced from 16 to 23 May 2024 that matches your 2 interests was"
                    + " sent before"));
    assertThat(plan(unvoted, trending))
        .isEqualTo(
            new Plan.Nothing(
                "none of the papers announced from 16 to 23 May 2024 has been voted for"));
    assertThat(plan(voted, both, "v00", "v01"))
        .isEqualTo(
            new Plan.Nothing(
                "none of the papers announced from 16 to 23 May 2024 matches your interest, and all"
                    + " 2 trending papers announced from 16 to 23 May 2024 were sent before"));
  }

  @Test
  void theDaysOfAQuietWeekAreNamedAcrossMonthsAndYears() {
    assertThat(
            new QuietDay(LocalDate.of(2024, 6, 2), 0, 0, 0, false)
                .why(TestPapers.reader(preferences(Content.TRENDING, 1), Set.of())))
        .isEqualTo("no papers were announced from 26 May to 2 June 2024");
    assertThat(
            new QuietDay(LocalDate.of(2025, 1, 3), 0, 0, 0, false)
                .why(TestPapers.reader(preferences(Content.TRENDING, 1), Set.of())))
        .isEqualTo("no papers were announced from 27 December 2024 to 3 January 2025");
  }

  @Test
  void manyThreadsGetTheSamePlans() {
    List<Candidate> papers = together(many("g", 9, 2, "Graph"), many("s", 9, 1, "Speech"));
    DaySelection selection = new DaySelector(new TestPapers(papers)).on(DAY);
    List<Plan> plans =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                i ->
                    selection.plan(
                        TestPapers.reader(
                            preferences(Content.BOTH, 5, "graph", "speech"), Set.of())))
            .distinct()
            .toList();

    assertThat(plans).hasSize(1);
  }
}
