package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.paper;
import static dev.offprint.selection.TestPapers.preferences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.search.PaperIndex;
import dev.offprint.search.PaperWords;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Reach;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The dial, what was said of papers, and what came nearest; by words alone. */
class QuietInterestsTest {
  private static final List<Candidate> PAPERS =
      List.of(
          paper("all", "Speculative decoding of proteins", "A verifier checks the drafts."),
          paper("most", "Speculative decoding with drafts", "It is fast."),
          paper("half", "Decoding with a verifier", "It is slow."),
          paper("other", "Galaxies", "They merge."));
  private static final String INTEREST = "speculative decoding of proteins";

  private static Reader reader(String interest) {
    return TestPapers.reader(preferences(Content.MATCHING, 10, interest), Set.of());
  }

  private static DaySelection selection() {
    return new DaySelector(new TestPapers(PAPERS)).on(DAY);
  }

  @Test
  void aBroadInterestBringsMoreAndAStrictOneLess() {
    DaySelection selection = selection();
    Interest interest = new Interest(INTEREST);

    assertThat(selection.counts(interest).get(Reach.STRICT)).isEqualTo(1);
    assertThat(selection.counts(interest).get(Reach.NORMAL)).isEqualTo(1);
    assertThat(selection.counts(interest).get(Reach.BROAD)).isEqualTo(2);
    assertThat(ids(selection.plan(reader(INTEREST + " ~broad")))).containsExactly("all", "most");
  }

  @Test
  void aQuietInterestTellsWhatCameNearestAndWhatItLacks() {
    String interest = "speculative decoding of sourdough";
    DaySelection selection = selection();
    List<QuietInterest> quiet = selection.quietInterests(reader(interest));

    assertThat(quiet).hasSize(1);
    assertThat(quiet.getFirst().interest()).isEqualTo(new Interest(interest));
    assertThat(quiet.getFirst().inBroad()).isEqualTo(2);
    assertThat(quiet.getFirst().misses())
        .extracting(
            miss -> miss.paper().id().value(), miss -> miss.why().toString(), NearMiss::inBroad)
        .containsExactlyInAnyOrder(
            tuple("all", "it lacks “sourdough”", true),
            tuple("most", "it lacks “sourdough”", true),
            tuple("half", "it lacks “sourdough” and “speculative”", false));
  }

  @Test
  void whatBringsSomethingIsNotQuiet() {
    DaySelection selection = selection();
    assertThat(selection.quietInterests(reader(INTEREST))).isEmpty();
  }

  @Test
  void whatIsSaidOfPapersThatAnInterestBringsMovesItsThresholdByAStepAtMost() {
    assertThat(moved(List.of(), List.of("all", "most"))).isEqualTo(0.1);
    assertThat(moved(List.of("all"), List.of())).isEqualTo(-0.05);
    assertThat(moved(List.of("all"), List.of("most"))).isZero();
    assertThat(moved(List.of(), List.of("other"))).isZero();
    assertThat(moved(List.of(), List.of("all", "all", "all", "all", "all", "all"))).isEqualTo(0.2);
  }

  private static double moved(List<String> more, List<String> less) {
    try (PaperIndex index = PaperIndex.of(PAPERS)) {
      InterestMatching matching = TestPapers.byWords(index, new TestPapers(PAPERS), 10);
      return new Adjustment(said(more), said(less), null).of(matching, new Interest(INTEREST));
    }
  }

  private static List<Adjustment.Said> said(List<String> ids) {
    return ids.stream()
        .map(id -> new TestPapers(PAPERS).find(new PaperId(id)).orElseThrow().paper())
        .map(paper -> new Adjustment.Said(new PaperWords(paper), PaperMeanings.UNKNOWN))
        .toList();
  }

  @Test
  void anInterestThatNamesAPaperBringsThoseThatResembleIt() {
    List<Candidate> papers =
        List.of(
            paper("2405.00001", "Learning to plan: agents that act", ""),
            paper("2405.00002", "How agents act when they plan", ""),
            paper("2405.00003", "Stars", ""));
    DaySelection selection = new DaySelector(new TestPapers(papers)).on(DAY);
    assertThat(ids(selection.plan(reader("like:2405.00001")))).containsExactly("2405.00002");
    assertThat(ids(selection.plan(reader("https://arxiv.org/abs/2405.00001v2"))))
        .containsExactly("2405.00002");
    assertThat(selection.quietInterests(reader("like:2405.00009")))
        .containsExactly(new QuietInterest(new Interest("like:2405.00009"), List.of(), 0));
  }
}
