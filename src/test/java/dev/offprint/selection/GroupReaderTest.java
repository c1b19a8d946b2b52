package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.paper;
import static dev.offprint.selection.TestPapers.preferences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.groups.Group;
import dev.offprint.groups.Shared;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the members of groups get. */
class GroupReaderTest {
  private static final List<Candidate> PAPERS =
      List.of(
          paper("g1", DAY, 0, "Graph learning"),
          paper("g2", DAY, 0, "Graph drawing"),
          paper("s1", DAY, 0, "Speech recognition"),
          paper("t1", DAY, 9, "Protein folding"));

  private static Group group(String name, boolean sameForAll, Preferences preferences) {
    return Group.of(name, Group.Access.CLOSED, sameForAll, preferences);
  }

  private static Plan plan(Preferences own, Feedback feedback, Set<PaperId> sent, Group... groups) {
    DaySelection selection = new DaySelector(new TestPapers(PAPERS)).on(DAY);
    Reader reader = Reader.of(own, Shared.of(List.of(groups)), feedback, sent);
    selection.prepare(List.of(reader));
    return selection.plan(reader);
  }

  private static Plan plan(Preferences own, Group... groups) {
    return plan(own, Feedback.NONE, Set.of(), groups);
  }

  private static List<Reason> reasons(Plan plan) {
    return ((Plan.Papers) plan).chosen().stream().map(ChosenPaper::reason).toList();
  }

  @Test
  void theInterestsOfAGroupCountBesideOnesOwn() {
    Group lab = group("Lab", false, preferences(Content.BOTH, 10, "graph"));
    Plan plan = plan(preferences(Content.MATCHING, 10, "speech"), lab);
    assertThat(ids(plan)).containsExactlyInAnyOrder("g1", "g2", "s1");
    assertThat(reasons(plan))
        .containsOnly(
            new Reason.Matched(new Interest("graph"), List.of("graph"), "Lab"),
            new Reason.Matched(new Interest("speech"), List.of("speech")));
    assertThat(((Plan.Papers) plan).own()).containsExactly(new Interest("speech"));
  }

  @Test
  void whoWantsTrendingPapersAloneGetsThoseOfTheGroupToo() {
    Group lab = group("Lab", false, preferences(Content.MATCHING, 10, "graph"));
    assertThat(ids(plan(preferences(Content.TRENDING, 10), lab))).containsExactly("g1", "g2", "t1");
    assertThat(ids(plan(preferences(Content.TRENDING, 10)))).containsExactly("t1");
  }

  @Test
  void whoWantsNothingElseGetsWhatTheGroupBrings() {
    Group lab = group("Lab", false, preferences(Content.BOTH, 10, "graph"));
    assertThat(ids(plan(preferences(Content.MATCHING, 10), lab))).containsExactly("g1", "g2");
    assertThat(plan(preferences(Content.MATCHING, 10)))
        .isEqualTo(new Plan.Nothing("you have no interests and want no trending papers"));
  }

  @Test
  void anInterestThatIsOnesOwnAsWellIsOnesOwn() {
    Group lab = group("Lab", false, preferences(Content.BOTH, 10, "graph", "speech"));
    assertThat(reasons(plan(preferences(Content.MATCHING, 10, "graph ~strict"), lab)))
        .contains(new Reason.Matched(new Interest("speech"), List.of("speech"), "Lab"))
        .filteredOn(
            reason ->
                reason instanceof Reason.Matched(var interest, _, _)
                    && interest.text().equals("graph"))
        .allSatisfy(
            reason -> {
              assertThat(reason.ofGroup()).isEmpty();
              assertThat(((Reason.Matched) reason).interest())
                  .isEqualTo(new Interest("graph ~strict"));
            });
  }

  @Test
  void theReasonOfOneIsNotThatOfAnother() {
    Group lab = group("Lab", false, preferences(Content.BOTH, 10, "graph"));
    Group course = group("Course", false, preferences(Content.BOTH, 10, "graph"));
    DaySelection selection = new DaySelector(new TestPapers(PAPERS)).on(DAY);
    Preferences own = preferences(Content.MATCHING, 10);
    Set<PaperId> none = Set.of();
    assertThat(selection.plan(Reader.of(own, Shared.of(List.of(lab)), Feedback.NONE, none)))
        .isInstanceOfSatisfying(
            Plan.Papers.class,
            plan -> assertThat(plan.chosen().getFirst().reason().ofGroup()).contains("Lab"));
    assertThat(selection.plan(Reader.of(own, Shared.of(List.of(course)), Feedback.NONE, none)))
        .isInstanceOfSatisfying(
            Plan.Papers.class,
            plan -> assertThat(plan.chosen().getFirst().reason().ofGroup()).contains("Course"));
    assertThat(
            selection.plan(
                new Reader(preferences(Content.MATCHING, 10, "graph"), Feedback.NONE, none)))
        .isInstanceOfSatisfying(
            Plan.Papers.class,
            plan -> assertThat(plan.chosen().getFirst().reason().ofGroup()).isEmpty());
  }

  @Test
  void anEditionForAllIsTheSameWhateverItsReadersWantAndSay() {
    Group course = group("Course", true, preferences(Content.BOTH, 2, "graph"));
    Feedback said = new Feedback(List.of(new PaperId("s1")), List.of(new PaperId("g1")));
    Plan one = plan(preferences(Content.MATCHING, 50, "speech"), said, Set.of(), course);
    assertThat(ids(one)).containsExactly("g1", "t1");
    assertThat(one).isEqualTo(plan(preferences(Content.TRENDING, 1), course));
    assertThat(((Plan.Papers) one).own()).isEmpty();
  }

  @Test
  void ofAnEditionForAllNobodyGetsAPaperTwice() {
    Group course = group("Course", true, preferences(Content.BOTH, 2, "graph"));
    assertThat(
            ids(
                plan(
                    preferences(Content.TRENDING, 1),
                    Feedback.NONE,
                    Set.of(new PaperId("g1")),
                    course)))
        .containsExactly("g2", "t1");
  }

  @Test
  void aHundredInterestsAndThoseOfGroupsAreNotTooMany() {
    String[] own = new String[100];
    for (int i = 0; i < own.length; i++) {
      own[i] = "word" + i;
    }
    Group lab = group("Lab", false, preferences(Content.BOTH, 10, "graph"));
    assertThat(ids(plan(preferences(Content.MATCHING, 10, own), lab))).containsExactly("g1", "g2");
  }
}
