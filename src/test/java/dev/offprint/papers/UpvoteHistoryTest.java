package dev.offprint.papers;

import static dev.offprint.papers.Works.MONDAY;
import static dev.offprint.papers.Works.counted;
import static dev.offprint.papers.Works.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By how many the upvotes of a paper rose, on every database. */
class UpvoteHistoryTest {
  private static final PaperId ID = new PaperId("2405.00001");
  private static final String MONDAY_NOON = "2024-05-27T12:00:00Z";
  private static final String MONDAY_LATE = "2024-05-27T23:59:59Z";
  private static final String TUESDAY_EARLY = "2024-05-28T00:00:00Z";
  private static final String TUESDAY_NOON = "2024-05-28T12:00:00Z";

  private static Sighting seen(String source, int upvotes, String at) {
    return counted(sighting(source, ID.value()), upvotes, Instant.parse(at));
  }

  private static Popularity.@Nullable Rise rise(PaperStore store) {
    return store.find(ID).orElseThrow().popularity().rise();
  }

  @ParameterizedTest
  @EnumSource
  void votesRiseFromTheLastCountOfADayBefore(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(seen("huggingface", 60, MONDAY_NOON)));
      store.record(List.of(seen("huggingface", 72, MONDAY_LATE)));
      assertThat(rise(store)).isNull();
      store.record(List.of(seen("huggingface", 75, TUESDAY_EARLY)));
      assertThat(rise(store)).isEqualTo(new Popularity.Rise(3, MONDAY));
      store.record(List.of(seen("huggingface", 81, TUESDAY_NOON)));
      assertThat(rise(store)).isEqualTo(new Popularity.Rise(9, MONDAY));
      assertThat(store.announced(MONDAY, MONDAY))
          .extracting(Candidate::popularity)
          .containsExactly(new Popularity(81, 0, 0, new Popularity.Rise(9, MONDAY)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anObservationThatComesLateCountsAsOfItsTime(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(seen("huggingface", 81, TUESDAY_NOON)));
      store.record(List.of(seen("huggingface", 40, "2024-05-20T12:00:00Z")));
      assertThat(rise(store)).isEqualTo(new Popularity.Rise(41, MONDAY.minusDays(7)));
      store.record(List.of(seen("huggingface", 72, MONDAY_LATE)));
      store.record(List.of(seen("huggingface", 60, MONDAY_NOON)));
      assertThat(rise(store)).isEqualTo(new Popularity.Rise(9, MONDAY));
    }
  }

  @ParameterizedTest
  @EnumSource
  void votesThatFellOrStayedTheSameDidNotRise(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(seen("huggingface", 60, "2024-05-26T12:00:00Z")));
      store.record(List.of(seen("huggingface", 72, MONDAY_NOON)));
      long before = store.revision();
      store.record(List.of(seen("huggingface", 72, TUESDAY_NOON)));
      assertThat(rise(store)).isNull();
      // Whoever keeps papers in memory learns that it is no longer so.
      assertThat(store.revision()).isGreaterThan(before);
      store.record(List.of(seen("huggingface", 71, "2024-05-29T12:00:00Z")));
      assertThat(rise(store)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCountsOfTwoSourcesAreNotCompared(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(seen("file", 2, MONDAY_NOON)));
      store.record(List.of(seen("huggingface", 81, TUESDAY_NOON)));
      assertThat(rise(store)).isNull();
      store.record(List.of(seen("huggingface", 72, MONDAY_NOON)));
      assertThat(rise(store)).isEqualTo(new Popularity.Rise(9, MONDAY));
    }
  }

  @ParameterizedTest
  @EnumSource
  void papersThatBecomeOneHaveTheObservationsOfBoth(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Sighting journal =
          counted(sighting("huggingface", "10.1000/a"), 72, Instant.parse(MONDAY_NOON));
      store.record(List.of(journal, seen("huggingface", 81, TUESDAY_NOON)));
      assertThat(rise(store)).isNull();
      store.record(List.of(sighting("arxiv", ID.value(), "10.1000/a")));
      assertThat(rise(store)).isEqualTo(new Popularity.Rise(9, MONDAY));
    }
  }

  @Test
  void aHistoryIsReadAsItWasWritten() {
    UpvoteHistory history =
        UpvoteHistory.of(
                new Sighting(
                    sighting("feed", ID.value()).paper(),
                    "a feed of papers",
                    Map.of(Signal.Metric.UPVOTES, 3),
                    Instant.parse("2024-05-27T12:00:00.123456Z")))
            .join(UpvoteHistory.of(seen("huggingface", 72, MONDAY_NOON)))
            .join(UpvoteHistory.of(seen("huggingface", 81, TUESDAY_NOON)));
    assertThat(UpvoteHistory.read(history.text())).isEqualTo(history);
    assertThat(UpvoteHistory.read(UpvoteHistory.NONE.text())).isEqualTo(UpvoteHistory.NONE);
  }
}
