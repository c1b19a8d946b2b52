package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.paper;
import static dev.offprint.selection.TestPapers.preferences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.Effort;
import dev.offprint.meaning.KeptVectors;
import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.Progress;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Likings;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeaningInEditionsTest {
  /** Knows cats, stars and bread by their words; each text is also a little its own. */
  private static final class Dictionary implements SentenceModel {
    private static final List<Set<String>> SUBJECTS =
        List.of(
            Set.of("cats", "kittens", "felines", "purring", "pets"),
            Set.of("stars", "planets", "galaxies", "astronomy", "sky"),
            Set.of("bread", "dough", "baking", "yeast", "ovens"));

    @Override
    public float[] ofText(String text) {
      float[] vector = new float[SUBJECTS.size() + 8];
      for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
        for (int subject = 0; subject < SUBJECTS.size(); subject++) {
          vector[subject] += SUBJECTS.get(subject).contains(word) ? 1 : 0;
        }
        vector[SUBJECTS.size() + Math.floorMod(word.hashCode(), 8)] += 0.2f;
      }
      double squares = 0;
      for (float value : vector) {
        squares += value * value;
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= (float) Math.sqrt(squares);
      }
      return vector;
    }

    @Override
    public float[] ofQuery(String query) {
      return ofText(query);
    }

    @Override
    public void close() {}
  }

  private static final List<Candidate> PAPERS =
      List.of(
          paper(
              "cat",
              DAY,
              0,
              "Felines, purring",
              "Kittens.",
              List.of("Ada Byron"),
              List.of("q-bio")),
          paper(
              "pet", DAY, 0, "Kittens as pets", "Cats.", List.of("Emmy Noether"), List.of("cs.HC")),
          paper("star", DAY, 0, "Galaxies and stars", "Planets.", List.of(), List.of("astro-ph")),
          paper(
              "sky",
              DAY,
              3,
              "The sky in planets",
              "Stars over ovens and dough.",
              List.of(),
              List.of("astro-ph")),
          paper("bread", DAY, 2, "Dough and yeast", "Ovens.", List.of(), List.of("q-bio")));

  private static KeptVectors vectors() {
    return new KeptVectors(new MemoryVectors(), "dictionary", Dictionary::new);
  }

  /** Knows what the papers mean. */
  private static EditionPlanner informed(List<Candidate> papers) {
    EditionPlanner planner = new EditionPlanner(new TestPapers(papers), vectors());
    planner.workOutMeanings(DAY, Effort.ALL_PROCESSORS, Progress.LOGGED);
    return planner;
  }

  private static Plan plan(Reader reader) {
    try (DaySelection selection = informed(PAPERS).on(DAY)) {
      return selection.plan(reader);
    }
  }

  private static Plan plan(String... interests) {
    return plan(TestPapers.reader(preferences(Content.MATCHING, 10, interests), Set.of()));
  }

  private static Plan plan(Content content, List<String> more, List<String> less, String... lines) {
    return plan(
        new Reader(
            preferences(content, 10, lines),
            new Likings(
                more.stream().map(PaperId::new).toList(), less.stream().map(PaperId::new).toList()),
            Set.of()));
  }

  private static List<Reason> reasons(Plan plan) {
    return ((Plan.Papers) plan).chosen().stream().map(ChosenPaper::reason).toList();
  }

  @Test
  void aPaperIsFoundByWhatItMeansAndSaysSo() {
    Plan plan = plan("astronomy at night");

    assertThat(ids(plan)).containsExactlyInAnyOrder("star", "sky");
    assertThat(reasons(plan))
        .containsOnly(new Reason.Close(new Interest("astronomy at night"), ""));
  }

  @Test
  void whereItsWordsStandInThePaperTheWordsAreTheReason() {
    Plan plan = plan("galaxies stars");

    assertThat(ids(plan)).containsExactly("star", "sky");
    assertThat(reasons(plan))
        .containsExactly(
            new Reason.Matched(new Interest("galaxies stars"), List.of("galaxies", "stars")),
            new Reason.Close(new Interest("galaxies stars"), ""));
  }

  @Test
  void anInterestWithNothingGoodTodayGetsNothing() {
    assertThat(ids(plan("medieval poetry of wales"))).isEmpty();
  }

  @Test
  void whatIsDemandedOrExcludedHoldsForPapersThatAreCloseToo() {
    assertThat(ids(plan("purring felines -pets"))).containsExactly("cat");
    assertThat(ids(plan("cat:cs.HC purring felines"))).containsExactly("pet");
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
        .isEqualTo(new Reason.Alike(new PaperId("star"), "Galaxies and stars"));
  }

  @Test
  void lessLikeAPaperKeepsOutThoseThatResembleItHoweverTheyWereFound() {
    assertThat(ids(plan(Content.BOTH, List.of(), List.of("star"), "planets stars")))
        .containsExactly("star", "bread");
  }

  @Test
  void aDayThatIsQuietBecauseLessIsWantedSaysSo() {
    Plan plan = plan(Content.MATCHING, List.of(), List.of("sky", "star"), "astronomy at night");

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
    try (DaySelection selection = new EditionPlanner(new TestPapers(papers)).on(DAY)) {
      Plan plan =
          selection.plan(
              new Reader(
                  preferences(Content.BOTH, 10),
                  new Likings(List.of(new PaperId("a")), List.of()),
                  Set.of()));
      assertThat(ids(plan)).containsExactly("b");
    }
  }

  @Test
  void nobodyWaitsForWhatPapersMean() {
    EditionPlanner planner = new EditionPlanner(new TestPapers(PAPERS), vectors());
    Reader reader =
        TestPapers.reader(
            preferences(Content.MATCHING, 10, "kittens as pets", "astronomy at night"), Set.of());
    try (DaySelection selection = planner.on(DAY)) {
      assertThat(ids(selection.plan(reader))).containsExactly("pet");
      assertThat(selection.withoutMeaning()).isEqualTo(PAPERS.size());
    }
    planner.workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    try (DaySelection selection = planner.on(DAY)) {
      assertThat(ids(selection.plan(reader)))
          .containsExactlyInAnyOrder("pet", "cat", "star", "sky");
      assertThat(selection.withoutMeaning()).isZero();
    }
  }

  @Test
  void whileSomePapersHaveNoMeaningYetTheyAreFoundByTheirWordsAndTheOthersByBoth() {
    KeptVectors vectors = vectors();
    new EditionPlanner(new TestPapers(PAPERS.subList(1, PAPERS.size())), vectors)
        .workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    try (DaySelection selection = new EditionPlanner(new TestPapers(PAPERS), vectors).on(DAY)) {
      assertThat(selection.withoutMeaning()).isEqualTo(1);
      assertThat(
              ids(
                  selection.plan(
                      TestPapers.reader(
                          preferences(Content.MATCHING, 10, "pets that purr, or cats"), Set.of()))))
          .containsExactly("pet");
      assertThat(
              ids(
                  selection.plan(
                      TestPapers.reader(
                          preferences(Content.MATCHING, 10, "felines purring"), Set.of()))))
          .containsExactlyInAnyOrder("cat", "pet");
    }
  }

  @Test
  void whereWordsAloneAreUsedNoMeaningIsMissed() {
    try (DaySelection selection = new EditionPlanner(new TestPapers(PAPERS)).on(DAY)) {
      assertThat(selection.withoutMeaning()).isZero();
    }
  }

  @Test
  void aModelThatCannotBeUsedMakesNobodysEditionLate() {
    KeptVectors broken =
        new KeptVectors(
            new MemoryVectors(), "none", () -> OnnxSentenceModel.open(Path.of("no/such/folder")));
    try (DaySelection selection = new EditionPlanner(new TestPapers(PAPERS), broken).on(DAY)) {
      assertThat(
              ids(
                  selection.plan(
                      TestPapers.reader(
                          preferences(Content.MATCHING, 10, "kittens as pets", "night sky"),
                          Set.of()))))
          .containsExactly("pet");
      assertThat(selection.withoutMeaning()).as("it will never follow").isZero();
    }
  }

  @Test
  void nearlyTheSamePaperDoesNotFollowItselfAndWaitsWhenNothingElseIsThere() {
    List<Candidate> papers =
        List.of(
            paper("a1", "Felines purring at night, part one", ""),
            paper("a2", "Felines purring at night, part two", ""),
            paper("b", "Kittens and cats", "Purring under stars, planets and galaxies"));
    Preferences wanted = preferences(Content.MATCHING, 10, "purring");
    try (DaySelection selection = informed(papers).on(DAY)) {
      assertThat(ids(selection.plan(TestPapers.reader(wanted, Set.of()))))
          .containsExactly("a1", "b", "a2");
      assertThat(ids(selection.plan(TestPapers.reader(wanted, Set.of(new PaperId("b"))))))
          .containsExactly("a1");
    }
  }

  @Test
  void oneInterestDoesNotFillThePageWithOneSubjectWhenThereAreOthers() {
    List<Candidate> papers = new ArrayList<>();
    IntStream.range(0, 8)
        .forEach(
            i -> papers.add(paper("cat" + i, "Learning cats and kittens, felines " + i, "Pets.")));
    papers.add(
        paper("star", "Learning of stars in galaxies of the sky, and still more", "Planets."));
    try (DaySelection selection = informed(papers).on(DAY)) {
      assertThat(
              ids(
                  selection.plan(
                      TestPapers.reader(preferences(Content.MATCHING, 6, "learning"), Set.of()))))
          .contains("star");
    }
    try (DaySelection selection = new EditionPlanner(new TestPapers(papers)).on(DAY)) {
      assertThat(
              ids(
                  selection.plan(
                      TestPapers.reader(preferences(Content.MATCHING, 4, "learning"), Set.of()))))
          .hasSize(4);
    }
  }
}
