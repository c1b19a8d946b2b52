package dev.offprint.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.db.Database;
import dev.offprint.db.ExclusiveLock;
import dev.offprint.db.TestDatabase;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every paper store promises, on every database. */
class JdbiPaperStoreTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 5, 27);
  private static final Instant NOON = Instant.parse("2024-05-27T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2024-05-27T20:00:00Z");

  @ParameterizedTest
  @EnumSource
  void aPaperComesBackAsItWasRecorded(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Sighting sighting = sighting("2405.15738", MONDAY, 32, NOON);
      assertThat(store.record(List.of(sighting))).isEqualTo(new Intake(1, 0, 0));
      assertThat(store.find(PaperId.of("2405.15738")))
          .contains(new Candidate(sighting.paper(), new Popularity(32, 3, 0)));
      assertThat(store.find(PaperId.of("2405.99999"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordingTheSameSightingsTwiceChangesNothing(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      List<Sighting> sightings =
          List.of(sighting("2405.1", MONDAY, 1, NOON), sighting("2405.2", MONDAY, 2, NOON));
      store.record(sightings);
      List<Signal> before = store.history(new PaperId("2405.1"));
      assertThat(store.record(sightings)).isEqualTo(new Intake(0, 0, 2));
      assertThat(store.history(new PaperId("2405.1"))).isEqualTo(before).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLaterCaptureUpdatesTheSignalsAndKeepsTheirHistory(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      PaperId id = new PaperId("2405.1");
      store.record(List.of(sighting("2405.1", MONDAY, 10, NOON)));
      assertThat(store.record(List.of(sighting("2405.1", MONDAY, 25, EVENING))))
          .isEqualTo(new Intake(0, 1, 0));
      assertThat(store.find(id).orElseThrow().popularity().upvotes()).isEqualTo(25);
      assertThat(store.history(id))
          .filteredOn(signal -> signal.kind() == Signal.Metric.UPVOTES)
          .extracting(Signal::value, Signal::observedAt)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(10, NOON),
              org.assertj.core.groups.Tuple.tuple(25, EVENING));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatALaterSightingLacksIsKeptAndTheFirstDayOfAnnouncementStays(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(sighting("2405.1", MONDAY, 10, NOON)));
      Paper bare =
          new Paper(
              new PaperId("2405.1"),
              "A new title",
              "",
              List.of(),
              List.of(),
              new Paper.Links(null, null, null),
              new Paper.Dates(null, MONDAY.plusDays(3), null));
      store.record(List.of(new Sighting(bare, "file", Map.of(), EVENING)));
      Paper kept = store.find(bare.id()).orElseThrow().paper();
      assertThat(kept.title()).isEqualTo("A new title");
      assertThat(kept.abstractText()).isEqualTo("About 2405.1.");
      assertThat(kept.authors()).hasSize(2);
      assertThat(kept.categories()).containsExactly("cs.LG", "cs.AI");
      assertThat(kept.links().page()).isEqualTo(URI.create("https://arxiv.org/abs/2405.1"));
      assertThat(kept.dates().announced()).isEqualTo(MONDAY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onePaperSeenTwiceInOneHarvestIsOnePaperAndTheLaterCountWins(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      assertThat(
              store.record(
                  List.of(
                      sighting("2405.1", MONDAY, 10, NOON), sighting("2405.1", MONDAY, 12, NOON))))
          .isEqualTo(new Intake(1, 0, 0));
      assertThat(store.find(new PaperId("2405.1")).orElseThrow().popularity().upvotes())
          .isEqualTo(12);
      assertThat(store.history(new PaperId("2405.1")))
          .filteredOn(signal -> signal.kind() == Signal.Metric.UPVOTES)
          .extracting(Signal::value)
          .containsExactly(12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDaysAskedForComeNewestFirstWithoutWithdrawnPapers(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Paper withdrawn =
          withDates(
              sighting("2405.9", MONDAY, 99, NOON).paper(),
              new Paper.Dates(null, MONDAY, MONDAY.plusDays(1)));
      store.record(
          List.of(
              sighting("2405.0", MONDAY.minusDays(1), 1, NOON),
              sighting("2405.1", MONDAY, 1, NOON),
              sighting("2405.2", MONDAY.plusDays(1), 1, NOON),
              sighting("2405.3", MONDAY.plusDays(2), 1, NOON),
              new Sighting(withdrawn, "huggingface", Map.of(), NOON)));
      assertThat(store.announced(MONDAY, MONDAY.plusDays(1)))
          .extracting(candidate -> candidate.paper().id().value())
          .containsExactly("2405.2", "2405.1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreThanOneBatchIsTakenWholeOrNotAtAll(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      List<Sighting> many =
          new ArrayList<>(
              IntStream.range(0, 1_200)
                  .mapToObj(n -> sighting("paper:" + n, MONDAY, n, NOON))
                  .toList());
      Sighting impossible =
          new Sighting(
              many.getFirst().paper(), "x".repeat(65), Map.of(Signal.Metric.STARS, 1), NOON);
      many.add(impossible);
      assertThatThrownBy(() -> store.record(many)).isInstanceOf(RuntimeException.class);
      assertThat(store.announced(MONDAY, MONDAY)).isEmpty();
      many.removeLast();
      assertThat(store.record(many).added()).isEqualTo(1_200);
      List<PaperId> seen = new ArrayList<>();
      store.changedSince(-1, candidate -> seen.add(candidate.paper().id()));
      assertThat(seen).hasSize(1_200).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCountThatStaysTheSameIsObservedAgainButIsNoUpdate(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(sighting("2405.1", MONDAY, 10, NOON)));
      assertThat(store.record(List.of(sighting("2405.1", MONDAY, 10, EVENING))))
          .isEqualTo(new Intake(0, 0, 1));
      Instant later = EVENING.plusSeconds(3600);
      assertThat(store.record(List.of(sighting("2405.1", MONDAY, 9, later))))
          .isEqualTo(new Intake(0, 1, 0));
      assertThat(store.find(new PaperId("2405.1")).orElseThrow().popularity())
          .isEqualTo(new Popularity(9, 3, 0));
      assertThat(store.history(new PaperId("2405.1")))
          .filteredOn(signal -> signal.kind() == Signal.Metric.UPVOTES)
          .extracting(Signal::value, Signal::observedAt)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(10, NOON),
              org.assertj.core.groups.Tuple.tuple(10, EVENING),
              org.assertj.core.groups.Tuple.tuple(9, later));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEarlierDayOfAnnouncementThatIsLearntLaterCounts(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(sighting("2405.1", MONDAY, 10, NOON)));
      store.record(List.of(sighting("2405.1", MONDAY.minusDays(2), 10, EVENING)));
      assertThat(store.find(new PaperId("2405.1")).orElseThrow().paper().dates().announced())
          .isEqualTo(MONDAY.minusDays(2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void textFromAnywhereIsKeptToTheLetter(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Paper odd =
          new Paper(
              new PaperId("math.GT/0309136"),
              "<script>alert('é')</script> '; drop table papers; -- :id <ids> ? 𝔽ₚ",
              "\\alpha $5 to $10 &amp; C:\\new",
              IntStream.range(0, 664).mapToObj(n -> new Author("Author, " + n)).toList(),
              List.of("math.GT"),
              new Paper.Links(null, null, URI.create("https://github.com/a/b?c=d&e=%20f")),
              new Paper.Dates(null, MONDAY, null));
      store.record(List.of(new Sighting(odd, "file", Map.of(), NOON)));
      assertThat(store.find(odd.id())).contains(new Candidate(odd, Popularity.NONE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCountThatChangesWithinOneInstantKeepsOneRowForIt(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Instant fine = NOON.plusNanos(123_456_789);
      store.record(List.of(sighting("2405.1", MONDAY, 10, fine)));
      store.record(List.of(sighting("2405.1", MONDAY, 11, fine)));
      assertThat(store.history(new PaperId("2405.1")))
          .filteredOn(signal -> signal.kind() == Signal.Metric.UPVOTES)
          .extracting(Signal::value, Signal::observedAt)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(11, NOON.plusNanos(123_456_000)));
    }
  }

  /** As when papers are imported from the command line while the daemon fetches them. */
  @ParameterizedTest
  @EnumSource
  void thoseWhoRecordTheSamePapersAtOnceAllSucceed(TestDatabase kind) throws Exception {
    try (Database database = kind.fresh();
        var threads = Executors.newFixedThreadPool(4)) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      List<Sighting> papers =
          new ArrayList<>(
              IntStream.range(0, 300)
                  .mapToObj(n -> sighting("paper:" + n, MONDAY, n, NOON))
                  .toList());
      CyclicBarrier start = new CyclicBarrier(4);
      List<Future<Intake>> intakes = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        List<Sighting> order = List.copyOf(papers);
        intakes.add(
            threads.submit(
                () -> {
                  start.await();
                  return store.record(order);
                }));
        Collections.reverse(papers);
      }
      int added = 0;
      for (Future<Intake> intake : intakes) {
        added += intake.get(60, TimeUnit.SECONDS).added();
      }
      assertThat(added).isEqualTo(300);
      assertThat(store.announced(MONDAY, MONDAY)).hasSize(300);
    }
  }

  /** H2 gives up on a lock after two seconds; whoever waits for a large intake must not. */
  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void whoeverRecordsWaitsForALongIntakeToEnd(TestDatabase kind) throws Exception {
    try (Database database = kind.fresh();
        var threads = Executors.newSingleThreadExecutor()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Future<Intake> waiting =
          database
              .jdbi()
              .inTransaction(
                  handle -> {
                    ExclusiveLock.PAPER_INTAKE.await(handle);
                    Future<Intake> second =
                        threads.submit(
                            () -> store.record(List.of(sighting("2405.1", MONDAY, 1, NOON))));
                    assertThatThrownBy(() -> second.get(3, TimeUnit.SECONDS))
                        .isInstanceOf(TimeoutException.class);
                    return second;
                  });
      assertThat(waiting.get()).isEqualTo(new Intake(1, 0, 0));
    }
  }

  private static Sighting sighting(String id, LocalDate announced, int upvotes, Instant at) {
    return new Sighting(
        new Paper(
            new PaperId(id),
            "On " + id,
            "About " + id + ".",
            List.of(new Author("Ada Lovelace"), new Author("Émilie du Châtelet")),
            List.of("cs.LG", "cs.AI"),
            new Paper.Links(
                URI.create("https://arxiv.org/abs/" + id),
                URI.create("https://arxiv.org/pdf/" + id),
                null),
            new Paper.Dates(announced.minusDays(3), announced, null)),
        "huggingface",
        Map.of(Signal.Metric.UPVOTES, upvotes, Signal.Metric.COMMENTS, 3),
        at);
  }

  private static Paper withDates(Paper paper, Paper.Dates dates) {
    return new Paper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.categories(),
        paper.links(),
        dates);
  }
}
