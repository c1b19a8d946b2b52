package dev.offprint.bench;

import com.sun.management.ThreadMXBean;
import dev.offprint.app.TemporaryFolder;
import dev.offprint.app.Wiring;
import dev.offprint.bench.BenchDay.Range;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features.Sending;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.db.NodeShare;
import dev.offprint.ledger.PlanWriter;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.papers.Sighting;
import dev.offprint.planning.EditionPlanner;
import dev.offprint.planning.NoPendingSources;
import dev.offprint.sending.DispatchReport;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Plans, renders and sends a day for made-up subscribers, as the daemon would, and measures it.
 * Some are due an hour before, so that Java has compiled by then what a daemon has compiled since
 * its first day.
 */
final class BenchDelivery {
  private static final long SEED = 5;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int EARLIER = 3_000;
  private static final int PAPERS = 1_000;
  private static final int VOTED = 100;
  private static final int DISTINCT = 2_000;

  /**
   * What is to be sent.
   *
   * @param sink where the server listens
   * @param signed whether each mail is signed
   * @param database the address of an empty PostgreSQL; empty for H2 in a temporary folder
   * @param compared whether Postfix's smtp-source is measured at the same server, before and after
   */
  record Load(
      int subscribers,
      SinkAddress sink,
      int connections,
      boolean signed,
      String database,
      boolean compared) {}

  private final Path home;

  BenchDelivery(Path home) {
    this.home = home;
  }

  /** What a stretch of work took. */
  private record Taken(long wall, long processor, long allocated) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Taken now() {
      return new Taken(
          System.nanoTime(), ProcessTime.now(), THREADS.getTotalThreadAllocatedBytes());
    }

    Taken since(Taken start) {
      return new Taken(wall - start.wall, processor - start.processor, allocated - start.allocated);
    }
  }

  Document measure(Load load, Console console) {
    Instant due = DAY.atTime(7, 0).toInstant(ZoneOffset.UTC);
    AtomicReference<Instant> now = new AtomicReference<>(due.minus(HOUR));
    SmtpSource peer = new SmtpSource(load);
    ConfigurationLoader.Loaded configuration = BenchConfiguration.of(load);
    try (TemporaryFolder folder = new TemporaryFolder("offprint-bench");
        Wiring wiring = new Wiring(() -> configuration, folder.path(), home, now::get);
        Sending sending = wiring.takeSending().orElseThrow()) {
      fill(wiring, load.subscribers(), due);
      console.note(String.format(Locale.ROOT, "sending %,d editions to warm up", EARLIER));
      planAndSend(wiring, sending, EARLIER);
      double before = load.compared() ? peer.messagesPerSecond(console) : 0;
      now.set(due);
      console.note(
          String.format(Locale.ROOT, "planning and sending %,d editions", load.subscribers()));
      Measured measured = measured(wiring, sending, load);
      Document document = measured.document(load);
      if (load.compared()) {
        measured.compare(before, peer.messagesPerSecond(console), document);
      }
      return document;
    }
  }

  /**
   * What planning and sending took.
   *
   * @param planning until the last edition was planned; others were sent meanwhile
   * @param whole until the last was answered
   * @param heap the most in use after a collection, in MB
   */
  private record Measured(int count, Taken planning, Taken whole, long heap) {
    private double perSecond() {
      return count * 1e9 / whole.wall();
    }

    Document document(Load load) {
      return new Document()
          .with("messages", count)
          .with("connections", load.connections())
          .with("signed", load.signed())
          .with("database", load.database().isEmpty() ? "h2" : "postgresql")
          .with("planned_after_seconds", ProcessTime.seconds(planning.wall()))
          .with("answered_after_seconds", ProcessTime.seconds(whole.wall()))
          .with("messages_per_second", Math.round(perSecond()))
          .with(
              "processor_seconds_per_1000",
              ProcessTime.seconds(Math.round(1_000.0 * whole.processor() / count)))
          .with("allocated_kb_per_message", Math.round((double) whole.allocated() / 1024 / count))
          .with("peak_heap_mb_after_collection", heap)
          .with("heap_limit_mb", BenchHeap.limit());
    }

    void compare(double before, double after, Document document) {
      document
          .with("smtp_source_per_second", List.of(Math.round(before), Math.round(after)))
          .with("ratio", Math.round(100 * perSecond() / ((before + after) / 2)) / 100.0);
    }
  }

  private static void fill(Wiring wiring, int count, Instant due) {
    List<Sighting> papers = new BenchTexts(new SplittableRandom(SEED)).papers(PAPERS, DAY, VOTED);
    List<Sighting> others =
        new BenchTexts(new SplittableRandom(SEED + 1)).papers(PAPERS, DAY.minusDays(60), 0);
    wiring.papers().record(papers);
    BenchInterests interests =
        BenchInterests.of(
            others.stream().map(Sighting::paper).toList(), DISTINCT, new SplittableRandom(SEED));
    BenchSubscribers subscribers = new BenchSubscribers(interests, new Range(3, 8), SEED);
    subscribers.write(wiring.database().jdbi(), 1, count, due);
    subscribers.write(wiring.database().jdbi(), count + 1, count + EARLIER, due.minus(HOUR));
  }

  private static Measured measured(Wiring wiring, Sending sending, Load load) {
    try (BenchHeap heap = BenchHeap.watched()) {
      Taken start = Taken.now();
      Taken planned = planAndSend(wiring, sending, load.subscribers());
      return new Measured(
          load.subscribers(), planned.since(start), Taken.now().since(start), heap.usedPeak());
    }
  }

  /**
   * Plans for everybody who is due, and sends meanwhile, as the daemon does.
   *
   * @return when the last edition was planned
   */
  private static Taken planAndSend(Wiring wiring, Sending sending, int count) {
    CompletableFuture<Taken> planning =
        CompletableFuture.supplyAsync(
            () -> {
              plan(wiring, sending.dispatcher().outbox());
              return Taken.now();
            });
    int sent = 0;
    boolean isPlanned;
    do {
      isPlanned = planning.isDone(); // Asked before, so that what is planned last is sent.
      int more = send(sending);
      sent += more;
      if (more == 0 && !isPlanned) {
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    } while (!isPlanned);
    if (sent != count) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "of %,d mails the server took %,d", count, sent));
    }
    return planning.join();
  }

  /** Plans for everybody who is due. */
  static void plan(Wiring wiring) {
    plan(wiring, wiring.ledger().plans());
  }

  private static void plan(Wiring wiring, PlanWriter written) {
    new EditionPlanner(
            wiring.readership(),
            wiring.selector(),
            written,
            wiring.readers(),
            new NoPendingSources(),
            wiring.clock(),
            PlanningTimers.unpublished())
        .planDue(NodeShare.WHOLE);
  }

  private static int send(Sending sending) {
    DispatchReport report = sending.dispatcher().drain();
    if (report.relayProblem() != null) {
      throw CommandFailure.failed(report.relayProblem());
    }
    return report.sent();
  }
}
