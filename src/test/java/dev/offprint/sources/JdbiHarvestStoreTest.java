package dev.offprint.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.Intake;
import dev.offprint.sources.Harvest.Counts;
import dev.offprint.sources.Harvest.Ending;
import dev.offprint.sources.Harvest.Result;
import dev.offprint.sources.HarvestStore.AskedDay;
import dev.offprint.sources.HarvestStore.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of asking the sources, on every database. */
class JdbiHarvestStoreTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

  private static Harvest papers(String source, LocalDate day, Instant at) {
    return new Harvest(
        source, day, at, new Ending(Result.HARVESTED, null), new Counts(7, new Intake(4, 2, 1), 3));
  }

  private static Harvest failed(String source, LocalDate day, Instant at) {
    return new Harvest(source, day, at, new Ending(Result.UNREACHABLE, "no route"), Counts.NOTHING);
  }

  @ParameterizedTest
  @EnumSource
  void theLastHarvestOfADayComesBackAsItWasKept(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      HarvestStore store = new JdbiHarvestStore(database.jdbi());
      store.keep(failed("arxiv", MONDAY, NOON));
      store.keep(papers("arxiv", MONDAY, NOON.plusSeconds(1)));
      store.keep(failed("arxiv", TUESDAY, NOON.plusSeconds(2)));
      assertThat(store.last("arxiv", MONDAY))
          .contains(papers("arxiv", MONDAY, NOON.plusSeconds(1)));
      assertThat(store.last("arxiv", TUESDAY))
          .contains(failed("arxiv", TUESDAY, NOON.plusSeconds(2)));
      assertThat(store.last("biorxiv", MONDAY)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayIsAnsweredOnceAnAnswerCameThoughLaterOnesFail(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      HarvestStore store = new JdbiHarvestStore(database.jdbi());
      store.keep(failed("arxiv", TUESDAY, NOON));
      store.keep(papers("arxiv", MONDAY, NOON));
      store.keep(failed("arxiv", MONDAY, NOON.plusSeconds(9)));
      store.keep(papers("arxiv", MONDAY.minusDays(1), NOON));
      store.keep(papers("biorxiv", TUESDAY, NOON));
      assertThat(store.asked("arxiv", MONDAY))
          .containsExactly(new AskedDay(MONDAY, NOON), new AskedDay(TUESDAY, null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHealthOfASourceCountsWhatCameSince(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      HarvestStore store = new JdbiHarvestStore(database.jdbi());
      Instant since = NOON.minus(Duration.ofHours(24));
      store.keep(papers("arxiv", MONDAY, since.minusSeconds(1)));
      store.keep(papers("arxiv", MONDAY, since));
      store.keep(papers("arxiv", TUESDAY, NOON));
      store.keep(failed("arxiv", TUESDAY, NOON.plusSeconds(60)));
      store.keep(failed("biorxiv", TUESDAY, NOON));
      assertThat(store.health(since))
          .containsOnlyKeys("arxiv", "biorxiv")
          .containsEntry(
              "arxiv",
              new SourceHealth(
                  failed("arxiv", TUESDAY, NOON.plusSeconds(60)),
                  since.minusSeconds(1),
                  NOON,
                  new Counts(14, new Intake(8, 4, 2), 6)))
          .containsEntry(
              "biorxiv",
              new SourceHealth(failed("biorxiv", TUESDAY, NOON), NOON, null, Counts.NOTHING));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLastAnswerOfASourceIsNeverForgotten(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      HarvestStore store = new JdbiHarvestStore(database.jdbi());
      store.keep(papers("arxiv", MONDAY.minusDays(2), NOON));
      store.keep(papers("arxiv", MONDAY.minusDays(1), NOON));
      store.keep(failed("arxiv", MONDAY, NOON));
      store.keep(failed("arxiv", TUESDAY, NOON.plusSeconds(2)));
      assertThat(store.forget(NOON.plusSeconds(1))).isEqualTo(2);
      assertThat(store.asked("arxiv", LocalDate.EPOCH))
          .containsExactly(new AskedDay(MONDAY.minusDays(1), NOON), new AskedDay(TUESDAY, null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sourcesThatAreAskedForTheFirstTimeMeanwhileDisturbNobody(TestDatabase kind)
      throws InterruptedException {
    try (Database database = kind.fresh()) {
      HarvestStore store = new JdbiHarvestStore(database.jdbi());
      Thread asking =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 200; i++) {
                      store.keep(papers("source-" + i, MONDAY, NOON));
                    }
                  });
      int known = 0;
      while (known < 200 && (asking.isAlive() || known == 0)) {
        int now = store.health(NOON).size();
        assertThat(now).isGreaterThanOrEqualTo(known);
        known = now;
      }
      asking.join();
      assertThat(store.health(NOON)).hasSize(200);
    }
  }
}
