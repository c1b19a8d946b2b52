package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a command's work. */
class InterruptedCommandTest {
  private static final String SAID =
      "offprint: interrupted; what was done until then stays, and the same command does the rest";

  @TempDir Path folder;

  @Test
  void anImportSaysOneLineAndTheSameCommandDoesTheRest() throws Exception {
    Path log = folder.resolve("log");
    Process process = start(log);
    try {
      // Far more than the pipe and the reader take ahead, so that it has begun to store papers.
      int written = write(process, 0, 10_000);
      assertThat(written).as("%s", Files.readString(log)).isEqualTo(10_000);
      assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
          .isZero();
      // It has work until it ends.
      assertThat(write(process, written, 10_000_000)).isLessThan(10_000_000);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Files.readString(log).strip()).isEqualTo(SAID);

    Process again = start(log);
    write(again, 0, 3_000);
    again.getOutputStream().close();
    assertThat(again.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).as("%s", Files.readString(log)).isZero();
  }

  private Process start(Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(OffprintProcess.command(folder.resolve("data"), "papers", "import", "-"))
            .redirectErrorStream(true);
    builder.environment().put("OFFPRINT_MATCHING__SEMANTIC", "false");
    return builder.redirectOutput(log.toFile()).start();
  }

  /**
   * Writes papers until it is enough or the process takes no more; returns the last one's number.
   */
  private static int write(Process process, int from, int to) {
    int number = from;
    try {
      OutputStream input = process.getOutputStream();
      Writer lines = new java.io.OutputStreamWriter(input, StandardCharsets.UTF_8);
      while (number < to) {
        lines.write(
            "{\"id\": \"%d.%05d\", \"title\": \"On the bending of beam %d\", \"abstract\": \"Beams that bend.\"}%n"
                .formatted(2401 + number / 90_000, 1 + number % 90_000, number));
        number++;
      }
      lines.flush();
    } catch (IOException e) {
      return number;
    }
    return number;
  }

  @Test
  void whatIsSaidAfterwardsIsNotHeard() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Interruption interruption = new Interruption(new PrintStream(out), new PrintStream(err));
    PrintStream heard = new PrintStream(interruption.out(), true, StandardCharsets.UTF_8);
    interruption.err().println("before");
    interruption.say(false, true);
    interruption.say(false, true);
    interruption.err().println("Database is already closed");
    heard.println("{}");
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly("before", "", SAID);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void inJsonThereIsOneDocumentStill() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Interruption interruption =
        new Interruption(new PrintStream(out), new PrintStream(OutputStream.nullOutputStream()));
    interruption.say(true, false);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("{\"error\":\"" + SAID.substring(10) + "\"}");

    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    Interruption late =
        new Interruption(new PrintStream(begun), new PrintStream(OutputStream.nullOutputStream()));
    new PrintStream(late.out(), true, StandardCharsets.UTF_8).print("{");
    late.say(true, false);
    assertThat(begun.toString(StandardCharsets.UTF_8)).isEqualTo("{");
  }
}
