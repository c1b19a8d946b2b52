package dev.offprint.bench;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program wrk, which asks a web server over many connections at once; each asks again as soon
 * as it was answered.
 */
final class Wrk {
  static final int CONNECTIONS = 64;

  private final Path folder;
  private final Path script;

  /**
   * Asks nothing yet.
   *
   * @param folder for what it needs
   * @throws CommandFailure when wrk is not installed
   */
  Wrk(Path folder) {
    this.folder = folder;
    script = folder.resolve("wrk.lua");
    try (InputStream file = Wrk.class.getResourceAsStream("wrk.lua")) {
      Files.createDirectories(folder);
      Files.write(script, Objects.requireNonNull(file).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // It knows no other way to do nothing, and says so by its exit code.
    run(List.of("wrk", "--version"));
  }

  /**
   * Requests to make, the first again after the last.
   *
   * @param name in messages to the operator
   * @param paths a file with one in a line
   */
  record Requests(String name, String method, Path paths) {}

  /** Writes down what will be asked for. */
  Requests requests(String name, String method, Stream<String> paths) {
    Path file = folder.resolve(name + ".txt");
    try {
      Files.writeString(file, paths.collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Requests(name, method, file);
  }

  /**
   * What came of them; times in microseconds.
   *
   * @param processor the processor time of this whole process meanwhile
   * @param bytes of all replies, headers included
   */
  record Asked(
      long requests,
      long time,
      long bytes,
      long median,
      long percentile99,
      long longest,
      long processor) {
    double perSecond() {
      return requests * 1e6 / time;
    }

    Document document() {
      return new Document()
          .with("requests", requests)
          .with("requests_per_second", Math.round(perSecond()))
          .with("p50_ms", milliseconds(median))
          .with("p99_ms", milliseconds(percentile99))
          .with("longest_ms", milliseconds(longest))
          .with("processor_ms_per_request", milliseconds(processor / Math.max(1, requests)))
          .with("bytes_per_reply", requests == 0 ? 0 : bytes / requests)
          .with("errors", 0);
    }

    private static double milliseconds(long microseconds) {
      return Math.round(microseconds / 10.0) / 100.0;
    }
  }

  /**
   * Asks a server on this machine for a while.
   *
   * @throws CommandFailure when a request was not answered, or answered with an error
   */
  Asked ask(int port, Requests requests, Duration time) {
    long processor = ProcessTime.now();
    String said =
        run(
            List.of(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "20s",
                "--latency",
                "-s",
                script.toString(),
                "http://127.0.0.1:" + port,
                "--",
                requests.paths().toString(),
                requests.method()));
    List<String> lines =
        new ArrayList<>(said.lines().filter(line -> line.startsWith("{")).toList());
    if (lines.isEmpty()) {
      throw CommandFailure.failed("wrk failed: " + said.lines().findFirst().orElse(""));
    }
    JsonNode answer = JsonMapper.shared().readTree(lines.getLast());
    long refused = answer.path("refused").asLong();
    long unanswered = answer.path("broken").asLong() + answer.path("late").asLong();
    if (refused + unanswered > 0 || answer.path("requests").asLong() == 0) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s: of %,d requests %,d were answered with an error, and %,d were not answered",
              requests.name(),
              answer.path("requests").asLong(),
              refused,
              unanswered));
    }
    return new Asked(
        answer.path("requests").asLong(),
        answer.path("microseconds").asLong(),
        answer.path("bytes").asLong(),
        answer.path("p50").asLong(),
        answer.path("p99").asLong(),
        answer.path("most").asLong(),
        (ProcessTime.now() - processor) / 1_000);
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream said = process.getInputStream()) {
        return new String(said.readAllBytes(), StandardCharsets.UTF_8);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw CommandFailure.failed("wrk cannot be run; install it, in Debian with apt install wrk");
    }
  }
}
