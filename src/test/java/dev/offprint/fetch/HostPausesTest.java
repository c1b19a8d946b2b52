package dev.offprint.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a host is left alone after it failed. */
class HostPausesTest {
  private static final Instant START = Instant.parse("2026-03-04T06:00:00Z");
  private static final URI HOST = URI.create("https://lab.example/feed");

  private Instant now = START;

  private HostPauses pauses(long seed) {
    return new HostPauses(() -> now, new Random(seed));
  }

  private boolean paused(HostPauses pauses) {
    return pauses.explain(HOST).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void thePauseDoublesFromOneMinuteToThirtyLessUpToAFifth(long seed) {
    HostPauses pauses = pauses(seed);
    for (int minutes : List.of(1, 2, 4, 8, 16, 30, 30, 30)) {
      Instant failed = now;
      pauses.failed(HOST);
      now = failed.plusSeconds(minutes * 48L);
      assertThat(paused(pauses)).as("after 80 %% of %d minutes", minutes).isTrue();
      now = failed.plusSeconds(minutes * 60L);
      assertThat(paused(pauses)).as("after %d minutes", minutes).isFalse();
    }
  }

  @Test
  void thePausesOfTwoInstallationsDiffer() {
    HostPauses one = pauses(1);
    HostPauses other = pauses(2);
    for (int i = 0; i < 6; i++) {
      one.failed(HOST);
      other.failed(HOST);
    }

    assertThat(one.explain(HOST)).isNotEqualTo(other.explain(HOST));
  }

  @Test
  void anAnswerEndsThePauseAndItsGrowth() {
    HostPauses pauses = pauses(1);
    for (int i = 0; i < 6; i++) {
      pauses.failed(HOST);
    }
    pauses.succeeded(HOST);
    assertThat(paused(pauses)).isFalse();

    pauses.failed(HOST);
    now = START.plusSeconds(60);
    assertThat(paused(pauses)).isFalse();
  }

  @Test
  void aHostIsMeantWithItsPortAndInAnyCase() {
    HostPauses pauses = pauses(1);
    pauses.failed(HOST);

    assertThat(pauses.explain(URI.create("https://LAB.example/other"))).isPresent();
    assertThat(pauses.explain(URI.create("https://lab.example:8443/feed"))).isEmpty();
    assertThat(pauses.explain(URI.create("https://other.example/feed"))).isEmpty();
  }

  @Test
  void nobodyIsLeftAloneForMoreThanADay() {
    HostPauses pauses = pauses(1);
    pauses.askedToWait(HOST, Duration.ofSeconds(999_999_999));

    assertThat(pauses.askedToWaitUntil(HOST)).contains(START.plus(Duration.ofDays(1)));
  }

  @Test
  void underAnotherConfigurationOnlyWhoAskedForItIsLeftAlone() {
    URI other = URI.create("https://other.example/feed");
    HostPauses pauses = pauses(1);
    pauses.askedToWait(HOST, Duration.ofMinutes(10));
    pauses.failed(other);

    HostPauses kept = pauses.asked();

    assertThat(kept.askedToWaitUntil(HOST)).contains(START.plus(Duration.ofMinutes(10)));
    assertThat(kept.explain(other)).isEmpty();
    kept.succeeded(HOST);
    assertThat(pauses.explain(HOST)).isPresent();
  }

  @Test
  void toBeLeftAloneForNoTimeAtAllIsAFailure() {
    HostPauses pauses = pauses(1);
    pauses.askedToWait(HOST, Duration.ZERO);

    assertThat(paused(pauses)).isTrue();
    assertThat(pauses.askedToWaitUntil(HOST)).isEmpty();
  }
}
