package dev.offprint.papers;

import static dev.offprint.papers.Works.MONDAY;
import static dev.offprint.papers.Works.NOON;
import static dev.offprint.papers.Works.TITLE;
import static dev.offprint.papers.Works.counted;
import static dev.offprint.papers.Works.ids;
import static dev.offprint.papers.Works.sighting;
import static dev.offprint.papers.Works.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes two sightings one paper, on every database. */
class OnePaperIsOnePaperTest {

  @ParameterizedTest
  @EnumSource
  void aPaperIsFoundByEachOfItsIds(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(sighting("arxiv", "2405.00001", "10.1000/a")));
      assertThat(store.find(new PaperId("10.1000/a"))).isEqualTo(store.find(id("2405.00001")));
      store.record(List.of(sighting("journal", "10.1000/a")));
      assertThat(ids(store)).containsExactly("2405.00001");
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoPapersBecomeOneWhenASightingNamesBoth(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(
          List.of(
              counted(sighting("journal", "10.1000/a", "journal:7"), 3, NOON.minusSeconds(60)),
              counted(sighting("huggingface", "2405.00001"), 5, NOON)));
      assertThat(ids(store)).containsExactly("10.1000/a", "2405.00001");
      assertThat(store.record(List.of(sighting("arxiv", "2405.00001", "10.1000/a"))))
          .isEqualTo(new Intake(0, 1, 0));
      assertThat(ids(store)).containsExactly("2405.00001");
      Candidate merged = store.find(id("journal:7")).orElseThrow();
      assertThat(merged.paper().abstractText()).isEqualTo("Abstract by arxiv.");
      assertThat(merged.popularity().upvotes()).isEqualTo(5);
      assertThat(store.history(id("10.1000/a")))
          .extracting(Signal::paper, Signal::source, Signal::value)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(id("2405.00001"), "journal", 3),
              org.assertj.core.groups.Tuple.tuple(id("2405.00001"), "huggingface", 5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPaperTakesABetterIdOnceOneIsKnown(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(counted(sighting("blog", "blog:1"), 1, NOON)));
      assertThat(store.record(List.of(sighting("blog", "blog:1", "10.1000/a"))))
          .isEqualTo(new Intake(0, 1, 0));
      assertThat(ids(store)).containsExactly("10.1000/a");
      assertThat(store.history(id("10.1000/a"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutACommonIdTheTitleAndTheFirstAuthorTell(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(titled(TITLE, MONDAY, "blog", "blog:1")));
      store.record(
          List.of(
              titled(
                  TITLE.toUpperCase(java.util.Locale.ROOT),
                  MONDAY.plusDays(30),
                  "arxiv",
                  "2405.00001")));
      assertThat(ids(store)).containsExactly("2405.00001");
      store.record(List.of(titled(TITLE, MONDAY.minusDays(1), "journal", "10.1000/a")));
      assertThat(ids(store)).containsExactly("2405.00001");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTitleTellsNothingOfWorksThatAreFarApartOrNumberedByOneAuthority(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(
          List.of(
              titled(TITLE, MONDAY, "arxiv", "2405.00001"),
              titled(TITLE, MONDAY, "arxiv", "2405.00002"),
              titled(TITLE, MONDAY.plusDays(31), "blog", "blog:1"),
              titled(TITLE, MONDAY.plusDays(62), "journal", "10.1000/a"),
              titled(TITLE, MONDAY.plusDays(62), "journal", "10.1000/b"),
              titled("Introduction to the special issue", MONDAY, "blog", "blog:2"),
              titled("Introduction to the special issue", MONDAY, "lab", "lab:2"),
              titled("Graphs and trees", MONDAY, "blog", "blog:3"),
              titled("Graphs and trees", MONDAY, "lab", "lab:3")));
      assertThat(ids(store)).hasSize(9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTitleThatALaterVersionGaveUpStillTells(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(titled(TITLE, MONDAY, "arxiv", "2405.00001")));
      store.record(
          List.of(counted(titled("Quite another", MONDAY, "arxiv", "2405.00001"), 1, later(60))));
      store.record(List.of(titled(TITLE, MONDAY, "blog", "blog:1")));
      assertThat(ids(store)).containsExactly("2405.00001");
      assertThat(store.find(id("blog:1")).orElseThrow().paper().title()).isEqualTo("Quite another");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTextIsThatOfTheBestSourceAndOfItTheLatest(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Sighting first = titled("As submitted", MONDAY, "arxiv", "2405.00001");
      Sighting second =
          counted(titled("As revised", MONDAY.plusDays(3), "arxiv", "2405.00001"), 1, later(3600));
      Sighting copy =
          counted(titled("As copied", MONDAY, "huggingface", "2405.00001"), 1, later(7200));
      store.record(List.of(second));
      store.record(List.of(copy));
      store.record(List.of(first));
      Paper paper = store.find(id("2405.00001")).orElseThrow().paper();
      assertThat(paper.title()).isEqualTo("As revised");
      assertThat(paper.dates().announced()).isEqualTo(MONDAY);
      assertThat(paper.links().page()).hasHost("arxiv.example");
    }
  }

  private static java.time.Instant later(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static PaperId id(String value) {
    return new PaperId(value);
  }
}
