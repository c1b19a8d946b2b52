package dev.offprint.papers;

import static dev.offprint.papers.Works.MONDAY;
import static dev.offprint.papers.Works.NOON;
import static dev.offprint.papers.Works.counted;
import static dev.offprint.papers.Works.sighting;
import static dev.offprint.papers.Works.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever keeps something that was made of the papers learns what changed since. */
class RevisionTest {
  private static List<String> changedSince(PaperStore store, long revision) {
    List<String> ids = new ArrayList<>();
    store.changedSince(revision, candidate -> ids.add(candidate.paper().id().value()));
    ids.sort(null);
    return ids;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAddedOrCountedAnewIsFoundSinceTheRevisionBefore(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      long empty = store.revision();
      store.record(List.of(sighting("arxiv", "2405.00001"), sighting("arxiv", "2405.00002")));
      long added = store.revision();
      store.record(List.of(counted(sighting("arxiv", "2405.00002"), 7, NOON)));
      long counted = store.revision();

      assertThat(empty).isLessThan(added);
      assertThat(added).isLessThan(counted);
      assertThat(changedSince(store, -1)).containsExactly("2405.00001", "2405.00002");
      assertThat(changedSince(store, empty)).containsExactly("2405.00001", "2405.00002");
      assertThat(changedSince(store, added)).containsExactly("2405.00002");
      assertThat(changedSince(store, counted)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatLooksAsBeforeIsNoChange(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(counted(sighting("arxiv", "2405.00001"), 7, NOON)));
      long added = store.revision();
      store.record(List.of(counted(sighting("arxiv", "2405.00001"), 7, NOON)));
      store.record(List.of(counted(sighting("arxiv", "2405.00001"), 7, NOON.plusSeconds(60))));
      store.record(List.of());

      assertThat(store.revision()).isEqualTo(added);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPaperThatIsMergedAwayIsNamedBesideTheOneItIsNow(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(sighting("arxiv", "2405.00001"), sighting("biorxiv", "10.1101/1")));
      store.record(List.of(sighting("arxiv", "2405.00003")));
      long apart = store.revision();
      // Says nothing that is not known of the first.
      store.record(List.of(sighting("arxiv", "2405.00001", "10.1101/1")));

      assertThat(changedSince(store, apart)).containsExactly("2405.00001");
      assertThat(store.mergedSince(apart)).extracting(PaperId::value).containsExactly("10.1101/1");
      assertThat(store.mergedSince(store.revision())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMergeThatChangesNothingElseIsOneToo(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Sighting one = titled("One title", MONDAY, "arxiv", "2405.00001");
      store.record(List.of(one, titled("One title", MONDAY, "arxiv", "10.1101/1")));
      long apart = store.revision();
      store.record(List.of(titled("One title", MONDAY, "arxiv", "2405.00001", "10.1101/1")));

      assertThat(changedSince(store, apart)).containsExactly("2405.00001");
      assertThat(store.mergedSince(apart)).extracting(PaperId::value).containsExactly("10.1101/1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIntakeThatFailsLeavesTheRevision(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(sighting("arxiv", "2405.00001")));
      long before = store.revision();
      Sighting unfit =
          new Sighting(
              sighting("arxiv", "2405.00009").paper(),
              List.of(),
              "s".repeat(100),
              Map.of(Signal.Metric.UPVOTES, 1),
              NOON);
      assertThatThrownBy(
              () ->
                  store.recordEach(
                      List.of(List.of(sighting("arxiv", "2405.00002")), List.of(unfit))))
          .isInstanceOf(RuntimeException.class);

      assertThat(store.revision()).isEqualTo(before);
      assertThat(changedSince(store, before)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDaysWithPapersComeNewestFirstWithoutWithdrawnOnes(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Paper paper = sighting("arxiv", "2405.00009").paper();
      Paper withdrawn =
          new Paper(
              paper.id(),
              paper.title(),
              "",
              List.of(),
              List.of(),
              paper.links(),
              new Paper.Dates(null, MONDAY.minusDays(2), MONDAY));
      store.record(
          List.of(
              titled("One", MONDAY, "arxiv", "2405.00001"),
              titled("Two", MONDAY, "arxiv", "2405.00002"),
              titled("Three", MONDAY.minusDays(3), "arxiv", "2405.00003"),
              titled("Four", MONDAY.minusDays(9), "arxiv", "2405.00004"),
              new Sighting(withdrawn, List.of(), "arxiv", Map.of(), NOON)));

      assertThat(store.announcedDays(MONDAY.plusDays(1), 2))
          .containsExactly(new AnnouncedDay(MONDAY, 2), new AnnouncedDay(MONDAY.minusDays(3), 1));
      assertThat(store.announcedDays(MONDAY.minusDays(3), 9))
          .containsExactly(new AnnouncedDay(MONDAY.minusDays(9), 1));
    }
  }
}
