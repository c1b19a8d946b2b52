package dev.offprint.bench;

import dev.offprint.app.TemporaryFolder;
import dev.offprint.app.Wiring;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.ledger.Delivery;
import dev.offprint.schedule.StorageJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how a database grows with the days. */
@Command(
    name = "year",
    description =
        "Take in papers and plan editions for many days, as a daemon does with its nights, and say"
            + " how large the database is and what a day takes, as JSON.",
    footer = {
      "",
      "Nothing is sent: editions are settled as the relay would have taken them. Papers are",
      "chosen by words alone. Each day has the papers of the next files with other ids and",
      "titles.",
      "",
      "Example:",
      "  offprint bench year --days 365 --subscribers 10000 --papers-a-day 1000 \\",
      "    --papers days/*.json.gz"
    })
final class BenchYear implements Action<PaperFeatures> {
  private static final long SEED = 4;
  private static final int CLAIMED = 500;

  private final Path home;

  BenchYear(Path home) {
    this.home = home;
  }

  @Option(names = "--days", paramLabel = "N", defaultValue = "365", description = "Days; else 365.")
  int days = 365;

  @Option(
      names = "--subscribers",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Subscribers; else 10000.")
  int subscribers = 10_000;

  @Option(
      names = "--papers-a-day",
      paramLabel = "N",
      defaultValue = "1000",
      description = "New papers each day; else 1000.")
  int papersADay = 1_000;

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Days after which the ledger forgets, as mail.keep_days, 30 or more; else 90.")
  int keepDays = 90;

  @Option(
      names = "--papers",
      arity = "1..*",
      required = true,
      paramLabel = "FILE",
      description = "Files of papers of at least two days, as papers import takes them.")
  List<Path> files = List.of();

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    BenchCommand.within("--days", days, 3_650);
    BenchCommand.within("--subscribers", subscribers, 1_000_000);
    BenchCommand.within("--papers-a-day", papersADay, 100_000);
    BenchCommand.within("--keep-days", keepDays, 30, 36_500);
    BenchPapers papers = BenchPapers.read(files, features);
    BenchStream stream = new BenchStream(papers.others(), papersADay);
    LocalDate first = LocalDate.of(2026, 1, 1);
    AtomicReference<Instant> now = new AtomicReference<>(morning(first));
    List<Document> months = new ArrayList<>();
    Document document =
        new Document()
            .with("days", days)
            .with("subscribers", subscribers)
            .with("papers_a_day", papersADay)
            .with("keep_days", keepDays);
    try (TemporaryFolder folder = new TemporaryFolder("offprint-bench")) {
      Path file = folder.path().resolve("offprint.mv.db");
      try (Wiring wiring = wiring(folder.path(), now)) {
        BenchInterests interests =
            BenchInterests.of(papers.others(), 2_000, new SplittableRandom(SEED));
        new BenchSubscribers(interests, new BenchDay.Range(3, 8), SEED)
            .write(wiring.database().jdbi(), 1, subscribers, now.get());
        // A day takes seconds here, and H2 uses room again only after 45 of them.
        wiring.database().jdbi().useHandle(handle -> handle.execute("set retention_time 0"));
        for (int day = 0; day < days; day++) {
          now.set(morning(first.plusDays(day)));
          Document measured = day(wiring, stream, day);
          if (day % 30 == 29 || day == days - 1) {
            months.add(
                new Document()
                    .with("day", day + 1)
                    .with("megabytes", Files.size(file) >> 20)
                    .with("last_day", measured));
            console.note(
                String.format(Locale.ROOT, "day %,d: %,d MB", day + 1, Files.size(file) >> 20));
          }
        }
      }
      document.with("months", months).with("megabytes_closed", Files.size(file) >> 20);
      long start = System.nanoTime();
      wiring(folder.path(), now).close();
      document.with("opening_seconds", ProcessTime.seconds(System.nanoTime() - start));
      compact(folder.path());
      document.with("megabytes_compacted", Files.size(file) >> 20);
      return BenchCommand.result(document, console);
    } catch (IOException | SQLException e) {
      throw CommandFailure.failed("the measurement broke off: " + e.getMessage());
    }
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(LocalTime.of(7, 0)).toInstant(ZoneOffset.UTC);
  }

  private Wiring wiring(Path folder, AtomicReference<Instant> now) {
    ConfigurationLoader.Loaded loaded =
        ConfigurationLoader.load(
            null,
            Map.of(
                "OFFPRINT_MAIL__FROM",
                "Offprint <offprint@bench.example>",
                "OFFPRINT_MATCHING__SEMANTIC",
                "false"));
    return new Wiring(() -> loaded, folder, home, now::get);
  }

  /** What a daemon does from one night to the next. */
  private Document day(Wiring wiring, BenchStream stream, int day) {
    long start = System.nanoTime();
    wiring.papers().record(stream.day(wiring.clock().instant(), day));
    long taken = System.nanoTime();
    BenchDelivery.plan(wiring);
    long planned = System.nanoTime();
    int sent = settle(wiring);
    long settled = System.nanoTime();
    Instant before = wiring.clock().instant().minus(Duration.ofDays(keepDays));
    int forgotten = 0;
    for (int some = 1; some > 0; forgotten += some) {
      some = wiring.ledger().retention().forget(before);
    }
    wiring.database().compact(StorageJob.WELL_USED, StorageJob.COMPACTING);
    return new Document()
        .with("sent", sent)
        .with("forgotten", forgotten)
        .with("intake_seconds", ProcessTime.seconds(taken - start))
        .with("planning_seconds", ProcessTime.seconds(planned - taken))
        .with("settling_seconds", ProcessTime.seconds(settled - planned))
        .with("night_seconds", ProcessTime.seconds(System.nanoTime() - settled));
  }

  private static int settle(Wiring wiring) {
    int count = 0;
    Instant now = wiring.clock().instant().plusSeconds(60);
    while (true) {
      List<Delivery> claimed = wiring.ledger().claims().claim("bench", now, CLAIMED);
      if (claimed.isEmpty()) {
        return count;
      }
      wiring
          .ledger()
          .settlements()
          .sent(claimed.stream().collect(Collectors.toMap(Delivery::id, each -> "250 ok")), now);
      count += claimed.size();
    }
  }

  /** The least that the file can be, to compare with. */
  private static void compact(Path folder) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:" + folder.resolve("offprint"), "", "");
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    }
  }
}
