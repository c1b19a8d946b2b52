package dev.offprint.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests of arXiv, with a clock that moves only when somebody waits. */
@Timeout(60)
class RequestPacingTest {
  private static final Instant START = Instant.parse("2026-03-04T06:00:00Z");

  @TempDir private Path data;
  private Instant now = START;

  private RequestPacing pacing(Path file) {
    return new RequestPacing(
        Duration.ofSeconds(3), new PaceFile(file), () -> now, instant -> now = instant);
  }

  private RequestPacing pacing() {
    return pacing(data.resolve("arxiv.pace"));
  }

  private long secondsAt(RequestPacing pacing) {
    return pacing.next(() -> Duration.between(START, now).toSeconds());
  }

  @Test
  void requestsBeginThreeSecondsApart() {
    RequestPacing pacing = pacing();

    assertThat(List.of(secondsAt(pacing), secondsAt(pacing), secondsAt(pacing)))
        .containsExactly(0L, 3L, 6L);
  }

  @Test
  void timeThatHasPassedIsNotWaitedForAgain() {
    RequestPacing pacing = pacing();
    secondsAt(pacing);
    now = START.plusSeconds(2);
    assertThat(secondsAt(pacing)).isEqualTo(3);
    now = START.plusSeconds(100);
    assertThat(secondsAt(pacing)).isEqualTo(100);
  }

  @Test
  void aRequestThatTookLongIsFollowedAtOnce() {
    RequestPacing pacing = pacing();
    pacing.next(() -> now = now.plusSeconds(10));

    assertThat(secondsAt(pacing)).isEqualTo(10);
  }

  @Test
  void anotherProcessIsTakenIntoAccount() {
    secondsAt(pacing());

    assertThat(secondsAt(pacing())).isEqualTo(3);
  }

  @Test
  void aClockThatWasPutBackHoldsNobodyUp() {
    secondsAt(pacing());
    now = START.minusSeconds(86_400);

    assertThat(secondsAt(pacing())).isEqualTo(-86_400);
  }

  @Test
  void withoutAUsableFileTheProcessKeepsThePaceAlone() {
    for (Path unusable : List.of(data.resolve("missing/arxiv.pace"), data)) {
      now = START;
      RequestPacing pacing = pacing(unusable);

      assertThat(secondsAt(pacing)).isZero();
      assertThat(secondsAt(pacing)).isEqualTo(3);
    }
  }

  @Test
  void aFileThatHoldsNoTimeIsWrittenAnew() throws IOException {
    Path damaged = Files.writeString(data.resolve("damaged"), "x");

    assertThat(secondsAt(pacing(damaged))).isZero();
    assertThat(secondsAt(pacing(damaged))).isEqualTo(3);
  }

  @Test
  void aRequestThatFailsGivesItsTurnBack() {
    RequestPacing pacing = pacing();
    try {
      pacing.next(
          () -> {
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException e) {
      // As it should.
    }

    assertThat(secondsAt(pacing)).isEqualTo(3);
  }

  @Test
  void onlyOneRequestIsMadeAtATime() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        RequestPacing own = pacing();
        var _ =
            threads.submit(
                () ->
                    own.next(
                        () -> {
                          seen.add(underWay.incrementAndGet());
                          // Reaching the disk gives the others time to come in between.
                          assertThat(data.resolve("arxiv.pace")).exists();
                          return underWay.decrementAndGet();
                        }));
      }
    }

    assertThat(seen).hasSize(50).containsOnly(1);
  }
}
