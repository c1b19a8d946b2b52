package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Root's shell opens the file of a backup that the service's user may not open. */
@Timeout(120)
class BackupThroughTheShellTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;
  private Path data;
  private Path file;
  private Installation before;

  @BeforeEach
  void install() {
    data = folder.resolve("data");
    file = folder.resolve("backup.zip");
    before = new Installation(data, NOW);
    done(before.run("subscribers", "add", "ada@lab.example", "--zone", "UTC"));
  }

  @AfterEach
  void stop() {
    before.close();
  }

  private static Installation.Printed done(Installation.Printed printed) {
    return printed.withoutComplaint();
  }

  @Test
  void itGoesThroughStandardOutputAndInput() throws IOException {
    String subscribers = done(before.run("--json", "subscribers", "list")).out();

    Installation.Printed printed = toOutput(new FileOutputStream(file.toFile()));

    assertThat(printed.exit()).isZero();
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err())
        .startsWith(
            "Wrote a backup to standard output with 1 subscriber: offprint.mv.db, link.key.");
    Path restored = folder.resolve("restored");
    try (Installation after = new Installation(restored, NOW)) {
      assertThat(done(from(file, after)).out())
          .startsWith("Restored standard input into " + restored)
          .contains("with 1 subscriber.");
      assertThat(done(after.run("--json", "subscribers", "list")).out()).isEqualTo(subscribers);
    }
    for (Path used : List.of(data, restored)) {
      assertThat(used.toFile().list()).noneMatch(name -> name.startsWith(".offprint-"));
    }
  }

  @Test
  void standardOutputThatTakesNoMoreIsAFailure() {
    Installation.Printed printed =
        toOutput(
            new OutputStream() {
              @Override
              public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
              }
            });

    assertThat(printed.exit()).isOne();
    assertThat(printed.err()).contains("no backup was made: standard output takes no more");
  }

  @Test
  void standardOutputHoldsABackupOrADocument() {
    Installation.Printed printed = before.run("--json", "db", "backup", "-");

    assertThat(printed.exit()).isEqualTo(2);
    assertThat(printed.out()).contains("standard output is the backup itself");
  }

  @Test
  void halfABackupFromStandardInputLeavesNothing() throws IOException {
    done(before.run("db", "backup", file.toString()));
    byte[] whole = Files.readAllBytes(file);
    Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
    Path fresh = folder.resolve("fresh");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path into : List.of(fresh, empty)) {
      try (Installation after = new Installation(into, NOW)) {
        Installation.Printed printed = from(half, after);
        assertThat(printed.exit()).isOne();
        assertThat(printed.err())
            .hasLineCount(1)
            .contains("nothing was restored: standard input is no backup of Offprint, or only a");
      }
    }
    assertThat(fresh).doesNotExist();
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void whoMayNotWriteOrReadIsNamedAndToldAWay() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may do all of that");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    Path inside = closed.resolve("b.zip");
    String me = "the user " + System.getProperty("user.name") + " may not ";

    assertThat(before.run("db", "backup", inside.toString()).err())
        .contains(me + "write to " + closed, "db backup - > " + inside);
    try (Installation after = new Installation(folder.resolve("fresh"), NOW)) {
      assertThat(after.run("db", "restore", inside.toString()).err())
          .contains(me + "read " + inside, "db restore - < " + inside);
    }
    assertThat(before.run("papers", "import", inside.toString()).err()).contains(me + "read it");
  }

  private Installation.Printed toOutput(OutputStream output) {
    PrintStream usual = System.out;
    try (PrintStream to = new PrintStream(output, false, StandardCharsets.UTF_8)) {
      System.setOut(to);
      return before.run("db", "backup", "-");
    } finally {
      System.setOut(usual);
    }
  }

  private static Installation.Printed from(Path file, Installation after) throws IOException {
    InputStream usual = System.in;
    try (InputStream from = Files.newInputStream(file)) {
      System.setIn(from);
      return after.run("db", "restore", "-");
    } finally {
      System.setIn(usual);
    }
  }
}
