package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock that was set is noticed by one that only runs on. */
class ClockWatchTest {
  private Instant wall = Instant.parse("2026-03-04T07:00:00Z");
  private long run = 5;
  private int jumps;

  private final ClockWatch watch = new ClockWatch(() -> wall, () -> run, () -> jumps++);

  private void pass(Duration onTheWall, Duration inTruth) {
    wall = wall.plus(onTheWall);
    run += inTruth.toNanos();
    watch.look();
  }

  @Test
  void aClockThatRunsOrIsCorrectedALittleIsLeftAlone() {
    pass(Duration.ofSeconds(10), Duration.ofSeconds(10));
    pass(Duration.ofSeconds(50), Duration.ofSeconds(10));
    pass(Duration.ofHours(3), Duration.ofHours(3));
    assertThat(jumps).isZero();
  }

  @Test
  void settingItAheadOrBackAndSleepingAreToldOnceEach() {
    pass(Duration.ofDays(3_000), Duration.ofSeconds(10));
    assertThat(jumps).isEqualTo(1);
    pass(Duration.ofSeconds(10), Duration.ofSeconds(10));
    assertThat(jumps).isEqualTo(1);
    pass(Duration.ofDays(-3_000), Duration.ofSeconds(10));
    assertThat(jumps).isEqualTo(2);
    pass(Duration.ofMinutes(2), Duration.ofSeconds(10));
    assertThat(jumps).isEqualTo(3);
  }

  @Test
  void whatFailsAfterAJumpDoesNotEndTheWatch() {
    ClockWatch failing =
        new ClockWatch(
            () -> wall,
            () -> run,
            () -> {
              jumps++;
              throw new IllegalStateException("no database");
            });
    wall = wall.plus(Duration.ofDays(1));
    failing.look();
    wall = wall.plus(Duration.ofDays(1));
    failing.look();
    assertThat(jumps).isEqualTo(2);
  }
}
