package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.sending.DispatchReport;
import dev.offprint.sending.Dispatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends what is due from the command line, and does not give up at a relay that is only away. */
final class PatientDispatch {
  private static final Duration PACE = Duration.ofMillis(250);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Dispatcher dispatcher;
  private final Features features;
  private final Console console;

  PatientDispatch(Dispatcher dispatcher, Features features, Console console) {
    this.dispatcher = dispatcher;
    this.features = features;
    this.console = console;
  }

  /**
   * Sends until nothing is due, or the relay was away for too long.
   *
   * @param patience how long a relay is tried that may come back
   */
  DispatchReport drain(Duration patience) {
    InstantSource clock = features.clock();
    ZoneId zone = features.zone();
    Instant end = clock.instant().plus(patience);
    DispatchReport report = watched();
    while (report.relayProblem() != null && report.mayPass()) {
      Instant next = dispatcher.restsUntil().orElse(end);
      if (!next.isBefore(end)) {
        break;
      }
      console.note(
          "%s Trying again at %s."
              .formatted(report.relayProblem(), TIME.format(next.atZone(zone))));
      rest(next, clock);
      report = watched();
    }
    return report;
  }

  private static void rest(Instant until, InstantSource clock) {
    while (clock.instant().isBefore(until)) {
      LockSupport.parkNanos(PACE.toNanos());
      if (Thread.interrupted()) {
        throw CommandFailure.failed("interrupted; what waits is sent by the next run");
      }
    }
  }

  /** Tells now and then what it waits for, when nothing seems to happen. */
  @SuppressWarnings("FutureReturnValueIgnored") // a note that fails is no reason to stop sending
  private DispatchReport watched() {
    try (ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon(true).factory())) {
      int[] before = {settled()};
      watch.scheduleWithFixedDelay(
          () -> before[0] = tell(before[0]),
          SILENCE.toSeconds(),
          SILENCE.toSeconds(),
          TimeUnit.SECONDS);
      try {
        return dispatcher.drain();
      } finally {
        watch.shutdownNow();
      }
    }
  }

  private int tell(int before) {
    int now = settled();
    if (now == before) {
      console.note(
          "Waiting for the relay %s:%d: no answer in %d seconds, %s left."
              .formatted(
                  features.configuration().smtp().host(),
                  features.configuration().smtp().effectivePort(),
                  SILENCE.toSeconds(),
                  Text.count(left(), "mail")));
    }
    return now;
  }

  private int settled() {
    Map<Status, Integer> counts = features.ledger().deliveries().counts();
    return counts.values().stream().mapToInt(Integer::intValue).sum() - left(counts);
  }

  private int left() {
    return left(features.ledger().deliveries().counts());
  }

  private static int left(Map<Status, Integer> counts) {
    return counts.getOrDefault(Status.PLANNED, 0)
        + counts.getOrDefault(Status.SENDING, 0)
        + counts.getOrDefault(Status.DEFERRED, 0);
  }
}
