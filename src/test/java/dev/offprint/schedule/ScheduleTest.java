package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

class ScheduleTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void aJobRunsAtOnceAndAgainAfterARestartOnTheSameDatabase(@TempDir Path data) throws Exception {
    try (Database database = h2(data)) {
      assertThat(fires(database, false)).isTrue();
      assertThat(fires(database, false)).isTrue();
    }
  }

  @Test
  void itRunsOnPostgresqlToo() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Database database =
            Database.open(
                new DatabaseConfiguration(
                    postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", "", 7),
                Path.of("unused"))) {
      assertThat(fires(database, true)).isTrue();
    }
  }

  @Test
  void aJobThatStillRunsIsNotStartedTwice(@TempDir Path data) throws Exception {
    SlowJob job = new SlowJob();
    try (Database database = h2(data);
        Schedule schedule = new Schedule(database.dataSource(), false, List.of(job), CLOCK)) {
      schedule.start(Map.of(), Map.of(SlowJob.class, Duration.ofSeconds(1)));
      try {
        assertThat(job.begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        // The next firings fall due while the first still runs; the latch outlasts two of them.
        assertThat(job.overlapped.await(2_500, TimeUnit.MILLISECONDS)).isFalse();
      } finally {
        // Closing the schedule waits for what runs.
        job.mayEnd.countDown();
      }
      assertThat(job.again.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    assertThat(job.most.get()).isEqualTo(1);
  }

  @Test
  void whatEachNodeDoesIsNotWrittenDownForTheOthers(@TempDir Path data) throws Exception {
    try (Database database = h2(data)) {
      // As a version before had it, and as it would be fired for ever.
      assertThat(fires(database, false)).isTrue();
      CountDownLatch fired = new CountDownLatch(1);
      try (Schedule schedule =
          new Schedule(database.dataSource(), false, List.of(new CountingJob(fired)), CLOCK)) {
        schedule.start(Map.of(CountingJob.class, Duration.ofHours(1)), Map.of());
        assertThat(fired.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(schedule.firings(CountingJob.class)).isEqualTo(1);
      }
      int triggers =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select count(*) from qrtz_triggers")
                          .mapTo(Integer.class)
                          .one());
      assertThat(triggers).isZero();
    }
  }

  @Test
  void aNightThatWasMissedIsMadeUpForAtTheNextStart(@TempDir Path data) throws Exception {
    try (Database database = h2(data)) {
      assertThat(night(database, Duration.ofMillis(500))).isFalse();
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update qrtz_triggers set next_fire_time = next_fire_time - 259200000"));
      assertThat(night(database, PATIENCE)).isTrue();
    }
  }

  @Test
  void aNightThatAWrongClockPutOffForYearsIsAsNearAsEver(@TempDir Path data) throws Exception {
    try (Database database = h2(data)) {
      assertThat(night(database, Duration.ofMillis(1))).isFalse();
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update qrtz_triggers set next_fire_time = next_fire_time + 260000000000"));
      assertThat(night(database, Duration.ofMillis(1))).isFalse();
      long next =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select next_fire_time from qrtz_triggers")
                          .mapTo(Long.class)
                          .one());
      assertThat(Instant.ofEpochMilli(next)).isBefore(CLOCK.instant().plus(Duration.ofHours(26)));
    }
  }

  @Test
  void whenTheClockWasSetAllTriggersAreSetAnew(@TempDir Path data) throws Exception {
    SlowJob job = new SlowJob();
    job.mayEnd.countDown();
    try (Database database = h2(data);
        Schedule schedule = new Schedule(database.dataSource(), false, List.of(job), CLOCK)) {
      schedule.start(Map.of(), Map.of(SlowJob.class, Duration.ofHours(1)));
      assertThat(job.begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      schedule.renew();
      assertThat(job.again.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean night(Database database, Duration patience) throws InterruptedException {
    CountDownLatch fired = new CountDownLatch(1);
    try (Schedule schedule =
        new Schedule(database.dataSource(), false, List.of(new CountingJob(fired)), CLOCK)) {
      schedule.everyNight(CountingJob.class);
      schedule.start(Map.of(), Map.of());
      return fired.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Database h2(Path data) {
    return Database.open(new DatabaseConfiguration("", "", "", "", 7), data);
  }

  private static boolean fires(Database database, boolean postgresql) throws InterruptedException {
    CountDownLatch fired = new CountDownLatch(1);
    try (Schedule schedule =
        new Schedule(database.dataSource(), postgresql, List.of(new CountingJob(fired)), CLOCK)) {
      schedule.start(Map.of(), Map.of(CountingJob.class, Duration.ofHours(1)));
      return fired.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Says that it ran. */
  public record CountingJob(CountDownLatch fired) implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      fired.countDown();
    }
  }

  /** Runs until it is told to end, and counts how many of it run at once. */
  @DisallowConcurrentExecution
  public static final class SlowJob implements Job {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch overlapped = new CountDownLatch(1);
    private final CountDownLatch again = new CountDownLatch(2);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public void execute(JobExecutionContext context) {
      int now = running.incrementAndGet();
      most.accumulateAndGet(now, Math::max);
      if (now > 1) {
        overlapped.countDown();
      }
      begun.countDown();
      again.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      running.decrementAndGet();
    }
  }
}
