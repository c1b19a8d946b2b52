package dev.offprint.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingThrottleTest {
  private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");

  private Instant now = MORNING;
  private int nodes = 1;
  private final InstantSource clock = () -> now;

  private SendingThrottle turns(int perSecond, int domainConnections, int domainPerMinute) {
    return new SendingThrottle(
        new SendingLimits(4, perSecond, domainConnections, domainPerMinute),
        () -> nodes,
        span -> now = now.plus(span));
  }

  @Test
  void messagesAreSpreadEvenlyOverTheSecond() {
    SendingThrottle turns = turns(5, 0, 0);
    List<Duration> left = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      assertThat(turns.await(clock, () -> false)).isTrue();
      left.add(Duration.between(MORNING, now));
    }

    assertThat(left)
        .extracting(Duration::toMillis)
        .containsExactly(0L, 200L, 400L, 600L, 800L, 1_000L);
  }

  @Test
  void nodesShareTheLimits() {
    nodes = 2;
    SendingThrottle turns = turns(5, 4, 6);
    Instant before = now;
    turns.await(clock, () -> false);
    turns.await(clock, () -> false);
    assertThat(Duration.between(before, now)).isEqualTo(Duration.ofMillis(400));

    turns.begin("a.example");
    assertThat(turns.isBusy("a.example")).isFalse();
    turns.begin("a.example");
    assertThat(turns.isBusy("a.example")).isTrue();

    turns.of("b.example", 1, now);
    assertThat(turns.of("b.example", 2, now)).isEqualTo(now.plusSeconds(20));
  }

  @Test
  void aPauseIsNotMadeUpForByHaste() {
    SendingThrottle turns = turns(1, 0, 0);
    turns.await(clock, () -> false);
    now = MORNING.plusSeconds(60);
    turns.await(clock, () -> false);
    turns.await(clock, () -> false);

    assertThat(now).isEqualTo(MORNING.plusSeconds(61));
  }

  @Test
  void whoeverWaitsGoesHomeWhenSendingEnds() {
    SendingThrottle turns = turns(1, 0, 0);
    turns.await(clock, () -> false);

    assertThat(turns.await(clock, () -> true)).isFalse();
  }

  @Test
  void aDomainTakesOnlySoManyAtOnceAndOthersTheirOwn() {
    SendingThrottle turns = turns(0, 2, 0);
    turns.begin("a.example");
    assertThat(turns.isBusy("a.example")).isFalse();
    turns.begin("a.example");

    assertThat(turns.isBusy("a.example")).isTrue();
    assertThat(turns.isBusy("b.example")).isFalse();
    turns.end("a.example", now);
    assertThat(turns.isBusy("a.example")).isFalse();
  }

  @Test
  void aDomainsMessagesGetTurnsAndKeepThem() {
    SendingThrottle turns = turns(0, 0, 60);
    assertThat(turns.of("a.example", 1, now)).isEqualTo(MORNING);
    Instant second = turns.of("a.example", 2, now);
    Instant third = turns.of("a.example", 3, now);
    assertThat(second).isEqualTo(MORNING.plusSeconds(1));
    assertThat(third).isEqualTo(MORNING.plusSeconds(2));
    assertThat(turns.of("b.example", 4, now)).isEqualTo(MORNING);

    assertThat(turns.of("a.example", 3, third)).isEqualTo(third);
    assertThat(turns.of("a.example", 2, third)).isEqualTo(third);
    assertThat(turns.of("a.example", 5, third)).isEqualTo(MORNING.plusSeconds(3));
  }

  @Test
  void aDomainThatAsksToSlowDownIsLeftAloneForTwiceAsLongEachTime() {
    SendingThrottle turns = turns(0, 0, 0);
    assertThat(turns.slowDown("a.example", now)).isEqualTo(MORNING.plusSeconds(60));
    // The others on the wire were told the same.
    assertThat(turns.slowDown("a.example", now)).isEqualTo(MORNING.plusSeconds(60));
    assertThat(turns.of("a.example", 1, now)).isEqualTo(MORNING.plusSeconds(60));
    assertThat(turns.of("b.example", 2, now)).isEqualTo(MORNING);

    now = MORNING.plusSeconds(60);
    assertThat(turns.of("a.example", 1, now)).isEqualTo(now);
    assertThat(turns.slowDown("a.example", now)).isEqualTo(now.plusSeconds(120));

    now = now.plusSeconds(120);
    turns.taken("a.example", now);
    assertThat(turns.slowDown("a.example", now)).isEqualTo(now.plusSeconds(60));
  }
}
