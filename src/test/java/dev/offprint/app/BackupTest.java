package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An installation comes out of its backup as it was. */
@Timeout(120)
class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String PAPER =
      """
      {"id": "lab:1", "title": "Three glues for loose pages", "abstract": "We compare adhesives.",\
       "published": "2026-11-24", "upvotes": 3}
      """;

  @TempDir Path folder;
  private Path data;
  private Path file;
  private Installation before;

  @BeforeEach
  void install() throws IOException {
    data = folder.resolve("data");
    file = folder.resolve("backup.zip");
    before = new Installation(data, NOW);
    Path papers = Files.writeString(folder.resolve("papers.jsonl"), PAPER);
    done(before.run("papers", "import", papers.toString()));
    done(before.run("subscribers", "add", "ada@lab.example", "--zone", "UTC"));
    done(before.run("run", "--date", "2026-11-24"));
    assertThat(before.receivedBy("ada@lab.example")).hasSize(1);
  }

  @AfterEach
  void stop() {
    before.close();
  }

  private static Installation.Printed done(Installation.Printed printed) {
    return printed.withoutComplaint();
  }

  private static String link(Wiring wiring) {
    return wiring.tokens().token(Purpose.PREFERENCES, 1, NOW);
  }

  @Test
  void theLedgerIsTheSameLinksWorkAndNothingIsSentAgain() throws IOException {
    String ledger = done(before.run("--json", "deliveries", "list")).out();
    String link;
    try (Wiring wiring = before.wiring()) {
      link = link(wiring);
    }
    assertThat(done(before.run("db", "backup", file.toString())).out())
        .startsWith("Wrote " + file)
        .contains("with 1 subscriber: offprint.mv.db, link.key.");
    done(before.run("subscribers", "add", "later@lab.example"));

    try (Installation after = new Installation(folder.resolve("restored"), NOW)) {
      assertThat(done(after.run("db", "restore", file.toString())).out())
          .contains("with 1 subscriber.");

      assertThat(done(after.run("--json", "deliveries", "list")).out()).isEqualTo(ledger);
      try (Wiring wiring = after.wiring()) {
        assertThat(link(wiring)).isEqualTo(link);
        LinkTokens tokens = wiring.tokens();
        assertThat(tokens.number(Purpose.PREFERENCES, link, NOW)).contains(1L);
      }
      done(after.run("run", "--date", "2026-11-24"));
      assertThat(after.received()).isEmpty();
      assertThat(before.run("subscribers", "list").out()).contains("later@lab.example");
      assertThat(after.run("subscribers", "list").out()).doesNotContain("later@lab.example");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void itIsMadeWhileTheDaemonWorks() {
    try (Serving daemon = before.serve()) {
      assertThat(daemon).isNotNull();
      done(before.run("db", "backup", file.toString()));
      assertThat(before.run("db", "restore", file.toString()).err()).contains("the daemon runs");
    }
    try (Installation after = new Installation(folder.resolve("restored"), NOW)) {
      done(after.run("db", "restore", file.toString()));
    }
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Files.writeString(file, "mine");

    Installation.Printed printed = before.run("db", "backup", file.toString());

    assertThat(printed.exit()).isOne();
    assertThat(printed.err()).contains("no backup was made").contains("exists already");
    assertThat(file).hasContent("mine");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("data", "backup.zip", "papers.jsonl");
  }

  @Test
  void aFolderThatIsMissingIsNamedAndNoTemporaryFileIs() {
    Path missing = folder.resolve("missing");

    Installation.Printed printed = before.run("db", "backup", missing.resolve("b.zip").toString());

    assertThat(printed.exit()).isOne();
    assertThat(printed.err())
        .isEqualToIgnoringNewLines("offprint: no backup was made: there is no folder " + missing);
  }

  /** A folder that was mistyped would be copied for months. */
  @Test
  void aFolderWithoutAnInstallationIsNotCopied() {
    try (Installation other = new Installation(folder.resolve("mistyped"), NOW)) {
      Installation.Printed printed = other.run("db", "backup", file.toString());

      assertThat(printed.exit()).isOne();
      assertThat(printed.err()).contains("there is no installation in");
    }
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("mistyped")).doesNotExist();
  }

  @Test
  void onlyAnEmptyFolderTakesABackup() {
    done(before.run("db", "backup", file.toString()));

    Installation.Printed printed = before.run("db", "restore", file.toString());

    assertThat(printed.exit()).isOne();
    assertThat(printed.err()).contains("nothing was restored").contains("is not empty");
  }

  @Test
  void whatIsNoBackupIsRefusedAndLeavesNothing() throws IOException {
    Path other = folder.resolve("other.zip");
    try (OutputStream to = Files.newOutputStream(other);
        ZipOutputStream zip = new ZipOutputStream(to)) {
      for (String name : List.of("offprint.mv.db", "../evil.sh")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("x".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    Path half = folder.resolve("half.zip");
    done(before.run("db", "backup", file.toString()));
    byte[] whole = Files.readAllBytes(file);
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    Path fresh = folder.resolve("fresh");
    try (Installation after = new Installation(fresh, NOW)) {
      for (Path wrong : List.of(other, half, folder.resolve("none.zip"))) {
        Installation.Printed printed = after.run("db", "restore", wrong.toString());
        assertThat(printed.exit()).isOne();
        assertThat(printed.err()).hasLineCount(1).contains("nothing was restored: " + wrong);
      }
    }
    assertThat(fresh).doesNotExist();
  }

  @Test
  void aDatabaseElsewhereIsCopiedByItsOwnMeans() {
    try (Installation elsewhere =
        new Installation(folder.resolve("elsewhere"), NOW)
            .with("OFFPRINT_DATABASE__URL", "jdbc:h2:mem:elsewhere")) {
      assertThat(elsewhere.run("db", "backup", file.toString()).err()).contains("pg_dump");
    }
  }
}
