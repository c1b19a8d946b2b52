package dev.offprint.sending;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RunLogTest {
  private static final DispatchReport NOTHING = new DispatchReport(0, 0, 0, 0, null);

  private final Logger logger = (Logger) LoggerFactory.getLogger(RunLog.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Instant now = Instant.parse("2026-03-02T07:00:00Z");
  private final RunLog runs = new RunLog(() -> now);

  @BeforeEach
  void listen() {
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  private List<String> said() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private void drain(int seconds, DispatchReport report) {
    Instant since = now;
    now = now.plusSeconds(seconds);
    runs.drained(since, report);
  }

  @Test
  void aRunIsOneLineFromPlanningToTheLastMail() {
    runs.planning();
    drain(20, new DispatchReport(40, 0, 0, 0, null));
    now = now.plusSeconds(10);
    runs.planned(100, 7);
    drain(45, new DispatchReport(55, 3, 1, 1, null));
    assertThat(said())
        .containsExactly(
            "run: 100 planned, 95 sent, 3 deferred, 1 failed, 8 skipped, took 1 min 15 s");
  }

  @Test
  void whatWasSentWhilePlanningEndsTheRunAsWell() {
    runs.planning();
    drain(5, new DispatchReport(10, 0, 0, 0, null));
    runs.planned(10, 0);
    drain(0, NOTHING);
    assertThat(said())
        .containsExactly("run: 10 planned, 10 sent, 0 deferred, 0 failed, 0 skipped, took 5.0 s");
  }

  @Test
  void sendingThatBeganBeforePlanningEndedMayNotHaveSeenAll() {
    runs.planning();
    Instant before = now;
    now = now.plusSeconds(1);
    runs.planned(10, 0);
    runs.drained(before, NOTHING);
    assertThat(said()).isEmpty();
    drain(2, new DispatchReport(10, 0, 0, 0, null));
    assertThat(said()).hasSize(1);
  }

  @Test
  void minutesInWhichNothingIsToDoSayNothing() {
    for (int minute = 0; minute < 5; minute++) {
      runs.planning();
      runs.planned(0, 0);
      drain(1, NOTHING);
      drain(1, new DispatchReport(0, 0, 0, 0, "the relay is away"));
    }
    assertThat(said()).isEmpty();
  }

  @Test
  void aDayWithoutPapersIsARunAsWell() {
    runs.planning();
    runs.planned(0, 12);
    assertThat(said())
        .containsExactly("run: 0 planned, 0 sent, 0 deferred, 0 failed, 12 skipped, took 0.0 s");
  }

  @Test
  void mailsOfNoRunHaveALineOfTheirOwn() {
    drain(2, new DispatchReport(1, 0, 0, 0, null));
    assertThat(said())
        .containsExactly("run: 0 planned, 1 sent, 0 deferred, 0 failed, 0 skipped, took 2.0 s");
  }

  @Test
  void aRunWhoseRelayIsAwayEndsAndSaysSo() {
    runs.planning();
    runs.planned(9, 0);
    drain(3, new DispatchReport(0, 0, 0, 0, "the relay is away"));
    drain(3, new DispatchReport(0, 0, 0, 0, "the relay is away"));
    assertThat(said())
        .containsExactly("run: 9 planned, 0 sent, 0 deferred, 0 failed, 0 skipped, took 3.0 s");
  }
}
