package dev.offprint.bench;

import dev.offprint.app.TemporaryFolder;
import dev.offprint.app.Wiring;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.db.NodeShare;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.Progress;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.papers.Sighting;
import dev.offprint.planning.EditionPlanner;
import dev.offprint.planning.EditionPlanner.Planned;
import dev.offprint.planning.NoPendingSources;
import dev.offprint.subscribers.Interest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Plans one day for made-up subscribers, as the daemon would, and measures it. Others are due an
 * hour before, so that Java has compiled by then what a daemon has compiled since its first day;
 * what they took from the start of the process is told too.
 */
final class BenchDay {
  private static final long SEED = 4;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int FEWEST_DISTINCT = 1_000;
  private static final int SUBSCRIBERS_PER_INTEREST = 10;
  private static final int PEER_SAMPLE = 2_000;
  private static final int EARLIER = 10_000;

  /**
   * What is to be planned.
   *
   * @param papers files of papers; most of them are announced on other days than the planned one
   * @param distinct how many different interests there are to be; 0 leaves it to the measurement
   * @param semantic whether meaning is part of it
   */
  record Load(
      int subscribers, List<Path> papers, Range interests, int distinct, boolean semantic) {}

  /** How many interests a subscriber has, at least and at most. */
  record Range(int fewest, int most) {}

  private final Path home;
  private final PaperFeatures files;

  /**
   * @param files where files of papers are read
   */
  BenchDay(Path home, PaperFeatures files) {
    this.home = home;
    this.files = files;
  }

  Document measure(Load load, Console console) {
    long start = System.nanoTime();
    BenchPapers papers = BenchPapers.read(load.papers(), files);
    Instant due = papers.day().atTime(LocalTime.of(7, 0)).toInstant(ZoneOffset.UTC);
    AtomicReference<Instant> now = new AtomicReference<>(due.minus(HOUR));
    try (TemporaryFolder folder = new TemporaryFolder("offprint-bench");
        Wiring wiring =
            new Wiring(() -> configuration(load.semantic()), folder.path(), home, now::get)) {
      wiring.papers().record(papers.candidates());
      int wanted =
          load.distinct() > 0
              ? load.distinct()
              : Math.max(FEWEST_DISTINCT, load.subscribers() / SUBSCRIBERS_PER_INTEREST);
      BenchInterests interests =
          BenchInterests.of(papers.others(), wanted, new SplittableRandom(SEED));
      console.note(String.format(Locale.ROOT, "writing %,d subscribers", load.subscribers()));
      BenchSubscribers subscribers = new BenchSubscribers(interests, load.interests(), SEED);
      int count = load.subscribers();
      subscribers.write(wiring.database().jdbi(), 1, count, due);
      subscribers.write(wiring.database().jdbi(), count + 1, count + EARLIER, due.minus(HOUR));
      long written = System.nanoTime();
      if (load.semantic()) {
        console.note(
            String.format(
                Locale.ROOT, "embedding the papers and %,d interests", interests.all().size()));
        wiring.selector().workOutMeanings(papers.day(), Effort.ALL_PROCESSORS, Progress.LOGGED);
        wiring.selector().workOutMeanings(interests.all(), Effort.ALL_PROCESSORS, Progress.LOGGED);
      }
      long ready = System.nanoTime();
      console.note(String.format(Locale.ROOT, "planning %s", papers.day()));
      BenchReport earlier = plan(wiring, EARLIER);
      now.set(due);
      BenchReport report = plan(wiring, count);
      Document document =
          new Document()
              .with("day", papers.day().toString())
              .with("subscribers", load.subscribers())
              .with("papers", papers.candidates().size())
              .with("distinct_interests", interests.all().size())
              .with(
                  "interests_per_subscriber",
                  load.interests().fewest() + ".." + load.interests().most())
              .with("interest_popularity", "Zipf, exponent 1")
              .with("semantic", load.semantic())
              .with("setup_seconds", ProcessTime.seconds(written - start))
              .with("embedding_seconds", ProcessTime.seconds(ready - written));
      report.into(document);
      document.with("hour_before_from_a_cold_process", earlier.into(new Document()));
      peer(papers, subscribers, count, report, document);
      return document;
    }
  }

  private static ConfigurationLoader.Loaded configuration(boolean semantic) {
    return ConfigurationLoader.load(
        null,
        Map.of(
            "OFFPRINT_MAIL__FROM",
            "Offprint <offprint@bench.example>",
            "OFFPRINT_MATCHING__SEMANTIC",
            String.valueOf(semantic)));
  }

  private static BenchReport plan(Wiring wiring, int subscribers) {
    PlanningTimers stages = PlanningTimers.unpublished();
    EditionPlanner editions =
        new EditionPlanner(
            wiring.readership(),
            wiring.selector(),
            wiring.ledger().plans(),
            wiring.readers(),
            new NoPendingSources(),
            wiring.clock(),
            stages);
    try (BenchHeap heap = BenchHeap.watched()) {
      long processor = ProcessTime.now();
      long start = System.nanoTime();
      Planned planned = editions.planDue(NodeShare.WHOLE);
      long wall = System.nanoTime() - start;
      return new BenchReport(
          subscribers, planned, wall, ProcessTime.now() - processor, stages, heap);
    }
  }

  private static void peer(
      BenchPapers papers,
      BenchSubscribers subscribers,
      int count,
      BenchReport report,
      Document document) {
    int sample = Math.min(count, PEER_SAMPLE);
    List<List<Interest>> interests =
        IntStream.rangeClosed(1, sample).mapToObj(subscribers::interests).toList();
    try (BenchPeer peer =
        new BenchPeer(papers.candidates().stream().map(Sighting::paper).toList())) {
      // Once without being measured, as the compiler has seen the other side at work already.
      interests.parallelStream().forEach(peer::find);
      long start = System.nanoTime();
      interests.parallelStream().forEach(peer::find);
      double scaled = (System.nanoTime() - start) * ((double) count / sample);
      document.with(
          "peer",
          new Document()
              .with("what", "one Lucene query a subscriber, both cores, nothing read or written")
              .with("sample", sample)
              .with("scaled_seconds", ProcessTime.seconds(Math.round(scaled)))
              .with("ratio", Math.round(100 * scaled / report.choosing()) / 100.0));
    }
  }
}
