package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that takes no more. */
@Timeout(120)
class FullDiskTest {
  private static final DatabaseConfiguration H2 = new DatabaseConfiguration("", "", "", "", 7);
  private static final int BATCH = 100;

  @TempDir Path folder;

  @Test
  void aFileThatMayNotGrowIsToldInOneLine() throws Exception {
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell), "there is no shell on this system");

    Ended ended = run(List.of("/bin/sh", "-c", "ulimit -f 8; exec \"$0\" \"$@\""));

    assertThat(ended.errors).hasLineCount(1).startsWith("offprint: cannot open the database ");
    assertThat(ended.output).isEmpty();
    assertThat(ended.code).isOne();
  }

  @Test
  void aFullDiskIsToldInOneLine() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 100)) {
      disk.fill();

      Ended ended = run(List.of());

      assertThat(ended.errors)
          .hasLineCount(1)
          .startsWith("offprint: cannot open the database ")
          .contains("No space left on device");
      assertThat(ended.output).isEmpty();
      assertThat(ended.code).isOne();
    }
  }

  @Test
  void whatWasTakenInBeforeTheDiskWasFullIsKeptAndNothingByHalf() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 8_000)) {
      Path filler = disk.fill();
      int kept = 0;
      try (Database database = openAfterFreeing(filler, 3_000_000)) {
        PaperStore papers = new JdbiPaperStore(database.jdbi());
        for (int batch = 0; batch < 1_000; batch++) {
          try {
            papers.record(batch(batch));
            kept++;
          } catch (RuntimeException full) {
            break;
          }
        }
        assertThat(kept).isBetween(1, 999);
      }

      Files.delete(filler);
      try (Database database = Database.open(H2, folder)) {
        PaperStore papers = new JdbiPaperStore(database.jdbi());
        List<Candidate> found = new ArrayList<>();
        papers.changedSince(-1, found::add);
        assertThat(found).hasSize(kept * BATCH);
        assertThat(papers.record(batch(kept)).added()).isEqualTo(BATCH);
      }
    }
  }

  private Database openAfterFreeing(Path filler, int bytes) throws IOException {
    try (var channel = FileChannel.open(filler, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytes);
    }
    return Database.open(H2, folder);
  }

  private static List<Sighting> batch(int number) {
    Random random = new Random(number);
    return IntStream.range(0, BATCH)
        .mapToObj(
            each ->
                new Sighting(
                    new Paper(
                        PaperId.of("disk:%d-%d".formatted(number, each)),
                        "Paper %d of batch %d".formatted(each, number),
                        text(random),
                        List.of(),
                        List.of(),
                        new Paper.Links(null, null, null),
                        new Paper.Dates(null, LocalDate.of(2025, 3, 3), null)),
                    "file",
                    Map.of(),
                    Instant.parse("2025-03-03T12:00:00Z")))
        .toList();
  }

  private static String text(Random random) {
    return random
        .ints(1_000, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void aDaemonWhoseDatabaseCannotBeWrittenEndsToBeStartedAnew() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 8_000)) {
      Path log = Files.createTempFile("offprint-full", ".log");
      Process daemon = daemon(log);
      try {
        awaitLine(log, "ready");
        disk.fill();
        run(List.of(), "subscribers", "add", "ada@example.org");
        assertThat(daemon.waitFor(90, TimeUnit.SECONDS)).as(Files.readString(log)).isTrue();
        assertThat(daemon.exitValue()).isOne();
        assertThat(Files.readString(log))
            .contains("the database was closed because it could not be written to")
            .doesNotContain("\tat ");
      } finally {
        daemon.destroyForcibly().waitFor();
        Files.delete(log);
      }
    }
  }

  @Test
  void aDiskThatFillsUpInTheMiddleOfACommandIsToldInOneLine() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 8_000)) {
      Path filler = disk.fill();
      openAfterFreeing(filler, 3_000_000).close();
      Path papers = Files.createTempFile("offprint-full", ".jsonl");
      StringBuilder lines = new StringBuilder();
      Random random = new Random(1);
      for (int i = 0; i < 8_000; i++) {
        lines.append(
            "{\"id\":\"disk:%d\",\"title\":\"Paper %d\",\"abstract\":\"%s\"}%n"
                .formatted(i, i, text(random)));
      }
      Files.writeString(papers, lines);
      try {
        Ended ended = run(List.of(), "papers", "import", papers.toString(), "--date", "today");
        assertThat(ended.errors.lines().filter(line -> line.startsWith("offprint: ")))
            .as(ended.errors)
            .singleElement()
            .asString()
            .contains("could not be written to")
            .contains("make room and run it again");
        assertThat(ended.code).isOne();
      } finally {
        Files.delete(papers);
      }
    }
  }

  private Process daemon(Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(OffprintProcess.command(folder, "serve"));
    builder.environment().putAll(OffprintProcess.daemon(25, 1));
    builder.environment().put("OFFPRINT_SERVER__METRICS_PORT", "0");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static void awaitLine(Path log, String text) throws Exception {
    for (int i = 0; i < 600 && !Files.readString(log).contains(text); i++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(Files.readString(log)).contains(text);
  }

  private record Ended(int code, String output, String errors) {}

  private Ended run(List<String> before) throws IOException, InterruptedException {
    return run(before, "suppressions", "add", "ada@example.org");
  }

  private Ended run(List<String> before, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("offprint-full", ".out");
    Path errors = Files.createTempFile("offprint-full", ".err");
    List<String> command = new ArrayList<>(before);
    command.addAll(OffprintProcess.command(folder, arguments));
    try {
      int code =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start()
              .waitFor();
      return new Ended(
          code,
          Files.readString(output, StandardCharsets.UTF_8),
          Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
