package dev.offprint.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadinessTest {
  private Optional<String> sender = Optional.empty();

  private Readiness with(Runnable database) {
    return new Readiness(database, Optional::empty, () -> sender, Optional::empty);
  }

  @Test
  void itIsReadyWhenEachPartIs() {
    var found = with(() -> {}).look();
    assertThat(found.keySet()).containsExactly("database", "timetable", "sender", "harvest");
    assertThat(Readiness.isReady(found)).isTrue();
    assertThat(Console.json(Readiness.document(found)).replaceAll("\\s", ""))
        .startsWith("{\"ready\":true,\"parts\":{\"database\":{\"ready\":true}");
  }

  @Test
  void oneThatIsNotSaysWhy() {
    sender = Optional.of("the thread that hands mails over has ended");
    var found = with(() -> {}).look();
    assertThat(Readiness.isReady(found)).isFalse();
    assertThat(Console.json(Readiness.document(found)))
        .contains("\"ready\" : false", "the thread that hands mails over has ended");
  }

  @Test
  void withoutADatabaseNothingElseIsAskedOfIt() {
    AtomicInteger asked = new AtomicInteger();
    var found =
        new Readiness(
                () -> {
                  throw new IllegalStateException("user ada@example.org is refused");
                },
                Optional::empty,
                Optional::empty,
                () -> {
                  asked.incrementAndGet();
                  return Optional.empty();
                })
            .look();
    assertThat(asked).hasValue(0);
    assertThat(found).containsEntry("database", Optional.of("the database does not answer"));
    assertThat(found.get("harvest")).isPresent();
  }

  @Test
  void aDatabaseThatHangsIsAskedOnceAndHoldsNobodyUp() {
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    AtomicLong nanoseconds = new AtomicLong();
    Probe probe =
        new Probe(
            () -> {
              asked.incrementAndGet();
              try {
                stuck.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            Duration.ofMillis(20),
            nanoseconds::get);
    assertThat(probe.problem()).isPresent();
    nanoseconds.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(probe.problem()).isPresent();
    stuck.countDown();
    assertThat(asked).hasValue(1);
  }
}
