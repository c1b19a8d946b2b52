package dev.offprint.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final RateLimit<String> limit = new RateLimit<>(3, Duration.ofSeconds(10));

  @Test
  void soManyAtOnceThenOneAfterTheOther() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("a", NOON)).isEmpty();
    }
    assertThat(limit.take("a", NOON)).contains(Duration.ofSeconds(10));
    assertThat(limit.take("a", NOON.plusSeconds(4))).contains(Duration.ofSeconds(6));
    assertThat(limit.take("a", NOON.plusSeconds(10))).isEmpty();
    assertThat(limit.take("a", NOON.plusSeconds(10))).isPresent();
  }

  @Test
  void whatIsRefusedDoesNotCount() {
    for (int i = 0; i < 100; i++) {
      limit.take("a", NOON);
    }
    assertThat(limit.take("a", NOON.plusSeconds(10))).isEmpty();
  }

  @Test
  void eachIsCountedForItself() {
    for (int i = 0; i < 4; i++) {
      limit.take("a", NOON);
    }
    assertThat(limit.take("b", NOON)).isEmpty();
  }

  @Test
  void whoWasQuietHasAllOfItAgainAndNoMore() {
    for (int i = 0; i < 3; i++) {
      limit.take("a", NOON);
    }
    Instant later = NOON.plus(Duration.ofDays(1));
    long taken = IntStream.range(0, 10).filter(i -> limit.take("a", later).isEmpty()).count();
    assertThat(taken).isEqualTo(3);
  }

  @Test
  void severalProcessesKeepItInEqualParts() {
    AtomicInteger processes = new AtomicInteger(2);
    List<RateLimit<String>> parts =
        Stream.generate(() -> new RateLimit<String>(6, Duration.ofSeconds(10), processes::get))
            .limit(2)
            .toList();
    parts.forEach(
        part -> {
          assertThat(IntStream.range(0, 9).filter(i -> part.take("a", NOON).isEmpty()).count())
              .isEqualTo(3);
          assertThat(part.take("a", NOON)).contains(Duration.ofSeconds(20));
        });

    processes.set(1);
    assertThat(parts.getFirst().take("a", NOON.plusSeconds(10))).isEmpty();
    assertThat(parts.getFirst().take("a", NOON.plusSeconds(10))).contains(Duration.ofSeconds(10));
  }

  @Test
  void manyProcessesAllowEachSomethingStill() {
    RateLimit<String> part = new RateLimit<>(3, Duration.ofSeconds(10), () -> 5);
    assertThat(part.take("a", NOON)).isEmpty();
    assertThat(part.take("a", NOON)).contains(Duration.ofSeconds(50));
  }

  @Test
  void aClockThatIsPutBackLocksNobodyOut() {
    limit.take("a", NOON.plus(Duration.ofHours(5)));
    assertThat(limit.take("a", NOON)).contains(Duration.ofSeconds(10));
    assertThat(limit.take("a", NOON.plusSeconds(10))).isEmpty();
  }

  @Test
  void aMillionOfThemTakeNoMoreRoomThanTwentyThousand() {
    for (int i = 0; i < 3; i++) {
      limit.take("first", NOON);
    }
    for (int i = 0; i < 1_000_000; i++) {
      limit.take("network " + i, NOON);
    }
    assertThat(limit.remembered()).isEqualTo(20_000);
    assertThat(limit.take("network 999999", NOON)).isEmpty();
  }

  @Test
  void aNewcomerIsRememberedAndWhoWasNotHeardOfForLongestIsForgotten() {
    for (int i = 0; i < 20_000; i++) {
      for (int j = 0; j < 3; j++) {
        limit.take("network " + i, NOON);
      }
    }
    limit.take("network 0", NOON);
    for (int i = 0; i < 3; i++) {
      limit.take("newcomer", NOON);
    }

    assertThat(limit.take("newcomer", NOON)).isPresent();
    assertThat(limit.take("network 0", NOON)).isPresent();
    assertThat(limit.take("network 1", NOON)).isEmpty();
  }
}
