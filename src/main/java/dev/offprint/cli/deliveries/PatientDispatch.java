package dev.offprint.cli.deliveries;

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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends what is due from the command line, and does not give up at a relay that is only away. */
final class PatientDispatch {
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final int NOT_COUNTED = -1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

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
          String.format(
              Locale.ROOT,
              "%s Trying again at %s.",
              report.relayProblem(),
              TIME.format(next.atZone(zone))));
      Waiting.whileTrue(() -> clock.instant().isBefore(next), "what waits is sent by the next run");
      report = watched();
    }
    return report;
  }

  /** Tells now and then what it waits for, when nothing seems to happen. */
  @SuppressWarnings("FutureReturnValueIgnored") // a note that fails is no reason to stop sending
  private DispatchReport watched() {
    try (ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon(true).factory())) {
      // Counting a long ledger takes a while, which most runs do not last.
      int[] before = {NOT_COUNTED};
      watch.scheduleWithFixedDelay(
          () -> before[0] = tell(before[0]), 1, SILENCE.toSeconds(), TimeUnit.SECONDS);
      try {
        return dispatcher.drain();
      } finally {
        watch.shutdown();
      }
    }
  }

  private int tell(int before) {
    Map<Status, Integer> counts = features.ledger().deliveries().counts();
    int left = left(counts);
    int now = counts.values().stream().mapToInt(Integer::intValue).sum() - left;
    if (now == before) {
      console.note(
          String.format(
              Locale.ROOT,
              "Waiting for the relay %s:%d: no answer in %d seconds, %s left.",
              features.configuration().smtp().host(),
              features.configuration().smtp().effectivePort(),
              SILENCE.toSeconds(),
              Text.count(left, "mail")));
    }
    return now;
  }

  private static int left(Map<Status, Integer> counts) {
    return counts.getOrDefault(Status.PLANNED, 0)
        + counts.getOrDefault(Status.SENDING, 0)
        + counts.getOrDefault(Status.DEFERRED, 0);
  }
}
