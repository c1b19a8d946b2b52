package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.paper;
import static dev.offprint.selection.TestPapers.preferences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.Effort;
import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.Progress;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // opened before all
class MeaningInEditionsTest {
  private static final List<Candidate> PAPERS =
      List.of(
          paper(
              "cat",
              DAY,
              0,
              "How domestic cats purr",
              "We record the purring of kittens and of adult felines and model the larynx.",
              List.of("Ada Byron"),
              List.of("q-bio.QM")),
          paper(
              "pet",
              DAY,
              0,
              "Attachment of pets to their owners",
              "Kittens as pets: cats were watched with their owners and with strangers.",
              List.of("Emmy Noether"),
              List.of("cs.HC")),
          paper(
              "star",
              DAY,
              0,
              "A survey of hot Jupiters around nearby stars",
              "We measure the atmospheres of giant exoplanets in transit with a space telescope.",
              List.of(),
              List.of("astro-ph.EP")),
          paper(
              "sky",
              DAY,
              3,
              "Water in the atmosphere of a hot Neptune",
              "We detect water in the transmission spectrum of a planet of a nearby star.",
              List.of(),
              List.of("astro-ph.EP")),
          paper(
              "bread",
              DAY,
              2,
              "Yeast in sourdough",
              "Dough ferments for a day before bread is made of it.",
              List.of(),
              List.of("q-bio.PE")));

  private static OnnxSentenceModel model;

  @BeforeAll
  static void open() {
    model = OnnxSentenceModel.open(Path.of("target/offprint/models"));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static StoredVectors vectors() {
    return new StoredVectors(new MemoryVectors(), OnnxSentenceModel.NAME, () -> model);
  }

  /** Knows what the papers mean. */
  private static DaySelector informed(List<Candidate> papers) {
    DaySelector selector = new DaySelector(new TestPapers(papers), vectors());
    selector.workOutMeanings(DAY, Effort.ALL_PROCESSORS, Progress.LOGGED);
    return selector;
  }

  private static Plan plan(Reader reader) {
    DaySelection selection = informed(PAPERS).on(DAY);
    return selection.plan(reader);
  }

  private static Plan plan(String... interests) {
    return plan(TestPapers.reader(preferences(Content.MATCHING, 10, interests), Set.of()));
  }

  private static Plan plan(Content content, List<String> more, List<String> less, String... lines) {
    return plan(
        new Reader(
            preferences(content, 10, lines),
            new Feedback(
                more.stream().map(PaperId::new).toList(), less.stream().map(PaperId::new).toList()),
            Set.of()));
  }

  private static List<Reason> reasons(Plan plan) {
    return ((Plan.Papers) plan).chosen().stream().map(ChosenPaper::reason).toList();
  }

  @Test
  void aPaperIsFoundByWhatItMeansAndSaysSo() {
    Interest interest = new Interest("kittens as pets");

    assertThat(reasons(plan(interest.line())))
        .containsExactly(
            new Reason.Matched(interest, List.of("kittens", "pets")),
            new Reason.Close(
                interest,
                "We record the purring of kittens and of adult felines and model the larynx."));
  }

  @Test
  void whereItsWordsStandInThePaperTheWordsAreTheReason() {
    Interest interest = new Interest("large kittens using pets");

    assertThat(reasons(plan(interest.line())).getFirst())
        .isEqualTo(new Reason.Matched(interest, List.of("kittens", "pets")));
  }

  @Test
  void anInterestWithNothingGoodTodayGetsNothing() {
    assertThat(ids(plan("medieval poetry of wales"))).isEmpty();
  }

  @Test
  void whatIsDemandedOrExcludedHoldsForPapersThatAreCloseToo() {
    assertThat(ids(plan("domestic cats -pets"))).containsExactly("cat");
    assertThat(ids(plan("cat:cs.HC kittens as pets"))).containsExactly("pet");
    assertThat(ids(plan("cat:cs.LG kittens as pets"))).isEmpty();
  }

  @Test
  void namesQuotesAndSingleWordsMeanThemselves() {
    assertThat(ids(plan("author:Noether"))).containsExactly("pet");
    assertThat(ids(plan("\"stars and galaxies\""))).isEmpty();
    assertThat(ids(plan("astronomy"))).isEmpty();
  }

  @Test
  void moreLikeAPaperBringsThoseThatResembleItWithoutAnyInterest() {
    Plan plan = plan(Content.BOTH, List.of("star"), List.of());

    assertThat(ids(plan)).containsExactly("sky", "bread");
    assertThat(reasons(plan).getFirst())
        .isEqualTo(
            new Reason.Alike(new PaperId("star"), "A survey of hot Jupiters around nearby stars"));
  }

  @Test
  void lessLikeAPaperKeepsOutThoseThatResembleItHoweverTheyWereFound() {
    assertThat(ids(plan(Content.BOTH, List.of(), List.of("star"), "nearby stars")))
        .containsExactly("star", "bread");
  }

  @Test
  void aDayThatIsQuietBecauseLessIsWantedSaysSo() {
    Plan plan = plan(Content.MATCHING, List.of(), List.of("sky", "star"), "nearby stars");

    assertThat(((Plan.Nothing) plan).why())
        .contains("matches your interest")
        .endsWith("those that resemble papers you want less of are left out");
  }

  @Test
  void ofMoreAndLessTheNearerOneCounts() {
    assertThat(ids(plan(Content.BOTH, List.of("star"), List.of("bread")))).contains("sky");
  }

  @Test
  void aPaperThatIsNotKnownAnyMoreIsNoReasonForAnything() {
    assertThat(ids(plan(Content.BOTH, List.of("gone"), List.of("lost"))))
        .containsExactly("sky", "bread");
  }

  @Test
  void withoutVectorsAPaperIsLikeAnotherByTheWordsOfItsTitle() {
    List<Candidate> papers =
        List.of(
            paper("a", DAY, 0, "Learning to plan: agents that act"),
            paper("b", DAY, 0, "How agents act when they plan"),
            paper("c", DAY, 0, "Stars"));
    DaySelection selection = new DaySelector(new TestPapers(papers)).on(DAY);
    Plan plan =
        selection.plan(
            new Reader(
                preferences(Content.BOTH, 10),
                new Feedback(List.of(new PaperId("a")), List.of()),
                Set.of()));
    assertThat(ids(plan)).containsExactly("b");
  }

  @Test
  void nobodyWaitsForWhatPapersMean() {
    DaySelector selector = new DaySelector(new TestPapers(PAPERS), vectors());
    Reader reader =
        TestPapers.reader(preferences(Content.MATCHING, 10, "kittens as pets"), Set.of());
    DaySelection selection = selector.on(DAY);
    assertThat(ids(selection.plan(reader))).containsExactly("pet");
    assertThat(selection.withoutMeaning()).isEqualTo(PAPERS.size());

    selector.workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    DaySelection informed = selector.on(DAY);
    assertThat(ids(informed.plan(reader))).containsExactly("pet", "cat");
    assertThat(informed.withoutMeaning()).isZero();
  }

  @Test
  void whileSomePapersHaveNoMeaningYetTheyAreFoundByTheirWordsAndTheOthersByBoth() {
    StoredVectors vectors = vectors();
    new DaySelector(new TestPapers(PAPERS.subList(1, PAPERS.size())), vectors)
        .workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    DaySelection selection = new DaySelector(new TestPapers(PAPERS), vectors).on(DAY);
    assertThat(selection.withoutMeaning()).isEqualTo(1);
    assertThat(
            ids(
                selection.plan(
                    TestPapers.reader(
                        preferences(Content.MATCHING, 10, "kittens as pets"), Set.of()))))
        .containsExactly("pet");
    assertThat(
            ids(
                selection.plan(
                    TestPapers.reader(
                        preferences(Content.MATCHING, 10, "domestic cats -pets"), Set.of()))))
        .containsExactly("cat");
  }

  @Test
  void whereWordsAloneAreUsedNoMeaningIsMissed() {
    DaySelection selection = new DaySelector(new TestPapers(PAPERS)).on(DAY);
    assertThat(selection.withoutMeaning()).isZero();
  }

  @Test
  void aModelThatCannotBeUsedMakesNobodysEditionLate() {
    StoredVectors broken =
        new StoredVectors(
            new MemoryVectors(), "none", () -> OnnxSentenceModel.open(Path.of("no/such/folder")));
    DaySelection selection = new DaySelector(new TestPapers(PAPERS), broken).on(DAY);
    assertThat(
            ids(
                selection.plan(
                    TestPapers.reader(
                        preferences(Content.MATCHING, 10, "kittens as pets", "night sky"),
                        Set.of()))))
        .containsExactly("pet");
    assertThat(selection.withoutMeaning()).as("it will never follow").isZero();
  }

  @Test
  void nearlyTheSamePaperDoesNotFollowItselfAndWaitsWhenNothingElseIsThere() {
    List<Candidate> papers =
        List.of(
            paper("a1", "Purring of domestic cats at night, part one", ""),
            paper("a2", "Purring of domestic cats at night, part two", ""),
            paper("b", "The larynx of purring kittens", "It has folds."));
    Preferences wanted = preferences(Content.MATCHING, 10, "purring");
    DaySelection selection = informed(papers).on(DAY);
    assertThat(ids(selection.plan(TestPapers.reader(wanted, Set.of()))))
        .containsExactly("a1", "b", "a2");
    assertThat(ids(selection.plan(TestPapers.reader(wanted, Set.of(new PaperId("b"))))))
        .containsExactly("a1");
  }

  @Test
  void oneInterestDoesNotFillThePageWithOneSubjectWhenThereAreOthers() {
    List<Candidate> papers = new ArrayList<>();
    IntStream.range(0, 8)
        .forEach(
            i ->
                papers.add(paper("cat" + i, "Clustering cats and kittens, felines " + i, "Pets.")));
    papers.add(paper("star", "Clustering of galaxies", "The clustering depends on their colour."));
    DaySelection selection = informed(papers).on(DAY);
    assertThat(
            ids(
                selection.plan(
                    TestPapers.reader(preferences(Content.MATCHING, 6, "clustering"), Set.of()))))
        .contains("star");

    DaySelection byWords = new DaySelector(new TestPapers(papers)).on(DAY);
    assertThat(
            ids(
                byWords.plan(
                    TestPapers.reader(preferences(Content.MATCHING, 4, "clustering"), Set.of()))))
        .hasSize(4);
  }
}
