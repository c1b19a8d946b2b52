package dev.offprint.bench;

import dev.offprint.app.Wiring;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features.Sending;
import dev.offprint.sending.DispatchReport;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends editions all the while something else is measured. When everybody has one, as many more
 * subscribers are made, planned for and sent to.
 */
final class BenchRun {
  private final Wiring wiring;
  private final Sending sending;
  private final BenchSubscribers subscribers;
  private final int count;
  private final AtomicLong sent = new AtomicLong();
  private final Thread thread = new Thread(this::run, "bench-run");
  private long start;
  private int rounds = 1;
  private volatile boolean stopped;
  private volatile @Nullable String problem;

  /**
   * @param count how many subscribers there are already, and are made in each further round
   */
  BenchRun(Wiring wiring, Sending sending, BenchSubscribers subscribers, int count) {
    this.wiring = wiring;
    this.sending = sending;
    this.subscribers = subscribers;
    this.count = count;
  }

  /** Plans for everybody, and begins to send. */
  void start() {
    BenchDelivery.plan(wiring);
    start = System.nanoTime();
    thread.start();
  }

  private void run() {
    try {
      while (!stopped && problem == null) {
        DispatchReport report = sending.dispatcher().drain();
        sent.addAndGet(report.sent());
        problem = report.relayProblem();
        if (!stopped && problem == null) {
          subscribers.write(
              wiring.database().jdbi(),
              rounds * count + 1,
              (rounds + 1) * count,
              wiring.clock().instant().truncatedTo(ChronoUnit.SECONDS));
          rounds++;
          BenchDelivery.plan(wiring);
        }
      }
    } catch (RuntimeException e) {
      problem = String.valueOf(e);
    }
  }

  /**
   * Stops sending, and says what was sent.
   *
   * @throws CommandFailure when the server did not take the mails
   */
  Document stop() {
    stopped = true;
    sending.dispatcher().stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted");
    }
    if (problem != null) {
      throw CommandFailure.failed(problem);
    }
    long took = System.nanoTime() - start;
    return new Document()
        .with("editions_sent", sent.get())
        .with("rounds", rounds)
        .with("editions_per_second", Math.round(sent.get() * 1e9 / took));
  }
}
