package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Popularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages and planning share what they have in common, and neither sees what is out of date. */
class IndexedDaysTest {
  private final List<Candidate> papers = new ArrayList<>(List.of(paper("a"), paper("b")));
  private final IndexedDays days = new IndexedDays(new TestPapers(papers));

  private static Candidate paper(String id) {
    return TestPapers.paper(id, "Title " + id, "Text");
  }

  private IndexedDay read() {
    return days.of(DaySelector.firstDay(DAY), DAY);
  }

  @Test
  void thePapersAreIndexedOnceWhileTheyAreTheSame() {
    IndexedDay first = read();
    assertThat(read()).isSameAs(first);
    assertThat(days.of(DaySelector.firstDay(DAY).minusDays(1), DAY.plusDays(1))).isSameAs(first);
  }

  @Test
  void anotherPaperIsSeenAtOnce() {
    IndexedDay first = read();
    papers.add(paper("c"));
    assertThat(read().candidates()).hasSize(3);
    assertThat(first.candidates()).hasSize(2);
  }

  @Test
  void soIsAVoteThatChangesNothingElse() {
    IndexedDay first = read();
    Candidate voted = papers.removeLast();
    papers.add(new Candidate(voted.paper(), new Popularity(3, 0, 0)));
    assertThat(read()).isNotSameAs(first);
    assertThat(read().candidates().getFirst().popularity()).isEqualTo(new Popularity(3, 0, 0));
  }

  @Test
  void noDaysHaveNoPapers() {
    assertThat(days.of(DAY, DAY.minusDays(1)).candidates()).isEmpty();
  }

  @Test
  void planningTakesTheIndexThatThePagesHave() {
    IndexedDay first = read();
    DaySelection selection = new DaySelector(days, Optional.empty()).on(DAY);
    assertThat(selection.size()).isEqualTo(2);
    assertThat(read()).isSameAs(first);
  }
}
