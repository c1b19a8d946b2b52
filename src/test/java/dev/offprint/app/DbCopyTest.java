package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.app.Installation.Printed;
import dev.offprint.db.CopiedInstallation;
import dev.offprint.db.DatabaseUnavailable;
import dev.offprint.db.TestDatabase;
import dev.offprint.subscribers.LinkTokens.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation moves to PostgreSQL and back, and goes on where it was. */
@Timeout(120)
class DbCopyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String PAPERS =
      """
      {"id": "lab:1", "title": "Three glues for loose pages \uD83D\uDCD6", "abstract": "We compare\
       adhesives.", "authors": ["Zoë Ångström"], "published": "2026-11-24", "upvotes": 30}
      {"id": "lab:2", "title": "Binding without thread", "abstract": "Pages hold by heat.",\
       "published": "2026-11-24", "upvotes": 3}
      """;

  @TempDir Path folder;
  private Path data;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    data = folder.resolve("data");
    installation = new Installation(data, NOW);
    Path papers = Files.writeString(folder.resolve("papers.jsonl"), PAPERS);
    done("papers", "import", papers.toString());
    done("groups", "add", "Book Lab", "--interest", "adhesives", "--zone", "UTC");
    done("subscribers", "add", "ada@lab.example", "--zone", "UTC", "--consent", "said so");
    done("subscribers", "add", "bob@lab.example", "--group", "Book Lab");
    done("subscribers", "add", "cyd@lab.example", "--interest", "quasars", "--zone", "UTC");
    for (String left : List.of("dan", "eve", "fay", "gus")) {
      done("subscribers", "add", left + "@lab.example", "--zone", "UTC");
    }
    done("run", "--date", "2026-11-24");
    done("subscribers", "pause", "cyd@lab.example");
    done("subscribers", "remove", "dan@lab.example");
    done("suppressions", "add", "eve@lab.example", "--reason", "asked by telephone");
    done("subscribers", "erase", "gus@lab.example", "--yes");
    Path pending = Files.writeString(folder.resolve("pending.txt"), "hal@lab.example\n");
    done("subscribers", "import", pending.toString());
    assertThat(installation.receivedBy("ada@lab.example")).hasSize(1);
    installation.forgetMails();
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  private Printed done(String... arguments) {
    return done(installation, arguments);
  }

  private static Printed done(Installation installation, String... arguments) {
    return installation.run(arguments).withoutComplaint();
  }

  private Installation elsewhere(String url) {
    return new Installation(data, NOW).with("OFFPRINT_DATABASE__URL", url);
  }

  private static Map<String, List<String>> contents(Installation installation) throws SQLException {
    try (Wiring wiring = installation.wiring()) {
      return CopiedInstallation.contents(wiring.database());
    }
  }

  private static String link(Installation installation) {
    try (Wiring wiring = installation.wiring()) {
      return wiring.tokens().token(Purpose.PREFERENCES, 1, NOW);
    }
  }

  private static JsonNode json(Printed printed) {
    return JsonMapper.builder().build().readTree(printed.out());
  }

  @Test
  void itGoesOnInPostgresqlAndBackInH2AsIfNothingHadHappened() throws Exception {
    String url = TestDatabase.POSTGRESQL.url();
    Map<String, List<String>> before = contents(installation);
    String link = link(installation);
    String ledger = done("--json", "deliveries", "list").out();

    String answer = done("db", "copy", "--to", url).out().replaceAll("\\s+", " ");

    assertThat(answer)
        .contains("rows from " + data + " to jdbc:postgresql://localhost:")
        .contains("Both were read again and compared: they are equal.")
        .contains("1. In the configuration, set database.url to \"" + url + "\".")
        .contains("2. Keep the data folder " + data + ": link.key, sender.lock, sent.journal in it")
        .contains("Its offprint.mv.db is not read any more")
        .contains("3. Start the daemon.")
        .doesNotContain(" 4. ");
    Path back = folder.resolve("back");
    try (Installation moved = elsewhere(url)) {
      assertThat(CopiedInstallation.differences(before, contents(moved))).isEmpty();
      assertThat(done(moved, "--json", "deliveries", "list").out()).isEqualTo(ledger);
      assertThat(link(moved)).isEqualTo(link);
      done(moved, "run", "--date", "2026-11-24");
      try (Serving daemon = moved.serve()) {
        daemon.planDue();
        assertThat(moved.waitForMails(1)).isTrue();
        assertThat(moved.run("db", "copy", "--to", back.toString()).err())
            .contains("the daemon runs on " + data)
            .contains("stop it first");
      }
      // What waited goes out, and nothing else.
      assertThat(moved.received()).hasSize(1);
      assertThat(moved.receivedBy("hal@lab.example")).hasSize(1);
      assertThat(back).doesNotExist();

      before = contents(moved);
      answer = done(moved, "db", "copy", "--to", back.toString()).out().replaceAll("\\s+", " ");
    }

    assertThat(answer)
        .contains("Take database.url, database.username and the password out")
        .contains("2. Copy link.key, sender.lock, sent.journal from " + data + " to " + back)
        .contains("3. From now on name " + back + " with --data.");
    for (String file : List.of("link.key", "sender.lock", "sent.journal")) {
      Files.copy(data.resolve(file), back.resolve(file));
    }
    try (Installation home = new Installation(back, NOW)) {
      assertThat(CopiedInstallation.differences(before, contents(home))).isEmpty();
      assertThat(link(home)).isEqualTo(link);
      done(home, "run", "--date", "2026-11-24");
      assertThat(home.received()).isEmpty();
      done(home, "db", "check");
      assertThat(done(home, "subscribers", "add", "new@lab.example").out()).contains("new@");
    }
  }

  @Test
  void theDocumentHasEachTableWithItsRows() throws Exception {
    JsonNode document =
        json(done("--json", "db", "copy", "--to", folder.resolve("other").toString()));

    assertThat(document.get("equal").asBoolean()).isTrue();
    assertThat(document.get("from").asString()).isEqualTo(data.toString());
    assertThat(document.get("left_to_do").size()).isEqualTo(4);
    long rows = 0;
    for (JsonNode table : document.get("tables")) {
      rows += table.get("rows").asLong();
      assertThat(table.get("rows_copied")).isEqualTo(table.get("rows"));
      assertThat(table.get("digest").asString()).matches("[0-9a-f]{64}");
      assertThat(table.get("digest_copied")).isEqualTo(table.get("digest"));
      if (table.get("table").asString().equals("papers")) {
        assertThat(table.get("rows").asLong()).isEqualTo(2);
      }
    }
    assertThat(document.get("rows").asLong()).isEqualTo(rows).isPositive();
  }

  @Test
  void nothingIsCopiedWhileTheDaemonWorks() {
    String url = TestDatabase.POSTGRESQL.url();
    try (Serving daemon = installation.serve()) {
      assertThat(daemon).isNotNull();
      Printed printed = installation.run("db", "copy", "--to", url);
      assertThat(printed.exit()).isOne();
      assertThat(printed.err()).hasLineCount(1).contains("the daemon runs on " + data);
    }
    done("db", "copy", "--to", url);
  }

  @Test
  void whatIsHalfCopiedIsRefusedByCommandsAndDaemonUntilItIsWhole() throws Exception {
    String url = TestDatabase.POSTGRESQL.url();
    done("db", "copy", "--to", url);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      // As it is until the copy has come to its end.
      statement.execute("alter table flyway_schema_history rename to unfinished_copy");
      statement.execute("delete from editions");
    }
    try (Installation moved = elsewhere(url)) {
      Printed printed = moved.run("subscribers", "list");
      assertThat(printed.exit()).isOne();
      assertThat(printed.err())
          .hasLineCount(1)
          .contains("holds an unfinished copy of another one")
          .contains("Run it again to the end");
      assertThat(moved.run("db", "check").err()).contains("holds an unfinished copy");
      assertThatThrownBy(moved::serve)
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("holds an unfinished copy");
      done("db", "copy", "--to", url);
      assertThat(CopiedInstallation.differences(contents(installation), contents(moved))).isEmpty();
    }
  }

  @Test
  void whatHasSomethingInItIsRefused() {
    Path other = folder.resolve("other");
    done("db", "copy", "--to", other.toString());

    Printed printed = installation.run("db", "copy", "--to", other.toString());

    assertThat(printed.exit()).isOne();
    assertThat(printed.err())
        .hasLineCount(1)
        .startsWith("offprint: the database was not copied: " + other + " has something in it")
        .contains("Move its offprint.mv.db away, or name another folder with --to");
  }

  @Test
  void passwordsComeFromFilesOrTheConfigurationAndNeverStandInAnAddress() throws Exception {
    String secret = "jdbc:h2:" + folder.resolve("secret");
    Printed refused = installation.run("db", "copy", "--to", secret + ";PASSWORD=hunter2");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("--to: it holds a password").doesNotContain("hunter2");
    Path none = folder.resolve("none");
    assertThat(installation.run("db", "copy", "--to", secret, "--to-password-file", "none").err())
        .contains("--to-password-file names none");
    Path right = Files.writeString(folder.resolve("right"), "correct horse\n");

    String answer =
        done("db", "copy", "--to", secret, "--to-password-file", right.toString()).out();

    assertThat(answer.replaceAll("\\s+", " "))
        .contains("and database.password_file to the same file");
    String[] again = {"db", "copy", "--from", secret, "--to", none.toString()};
    assertThat(installation.run(again).err()).contains("Wrong user name or password");
    done(
        "db",
        "copy",
        "--from",
        secret,
        "--from-password-file",
        right.toString(),
        "--to",
        folder.resolve("one").toString());
    try (Installation moved =
        elsewhere(secret).with("OFFPRINT_DATABASE__PASSWORD", "correct horse")) {
      done(moved, again);
      assertThat(done(moved, "subscribers", "list").out()).contains("ada@lab.example");
    }
  }

  @Test
  void addressesThatNameNoDatabaseOrTheSameOneAreWrongUsage() {
    assertThat(installation.run("db", "copy", "--to", data.toString()).exit()).isEqualTo(2);
    for (String wrong : List.of("mysql://localhost/x", "", "postgres://localhost/x")) {
      Printed printed = installation.run("db", "copy", "--to", wrong);
      assertThat(printed.exit()).isEqualTo(2);
      assertThat(printed.err()).contains("give an address that begins with jdbc:postgresql:");
    }
    assertThat(installation.run("db", "copy").exit()).isEqualTo(2);
  }
}
