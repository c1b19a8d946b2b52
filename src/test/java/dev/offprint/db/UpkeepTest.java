package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.offprint.config.DatabaseConfiguration;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps a database small and safe over the years. */
class UpkeepTest {
  private static final String SUBSCRIBER =
      """
      insert into subscribers (address, address_key, status, content, maximum, at_time, zone, days,
        format, created_at, next_due)
      values ('ada@lab.example', 'ada@lab.example', 'ACTIVE', 'BOTH', 10, '07:00:00', 'UTC', 'MON',
        'HTML', current_timestamp, current_timestamp)\
      """;

  @TempDir Path folder;

  private static Database open(Path data) {
    return Database.open(new DatabaseConfiguration("", "", "", "", 7), data);
  }

  private static int subscribers(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.select("select count(*) from subscribers").mapTo(int.class).one());
  }

  /** A file whose tables are those of an older version, with one subscriber. */
  private void older(Path data) throws Exception {
    Files.createDirectories(data);
    String url = "jdbc:h2:" + data.resolve("offprint");
    try (Connection connection = DriverManager.getConnection(url, "", "");
        Statement statement = connection.createStatement()) {
      Schema.migrations(connection).dataSource(url, "", "").target("4").load().migrate();
      statement.execute(SUBSCRIBER);
    }
  }

  @Test
  void aCopyIsMadeBeforeTablesAreChanged() throws Exception {
    Path data = folder.resolve("data");
    older(data);
    try (Database database = open(data)) {
      assertThat(subscribers(database)).isOne();
    }
    Path copy = data.resolve("before-" + Schema.number(Schema.NEWEST) + ".zip");
    assertThat(copy).exists();

    Path before = folder.resolve("before");
    Backup.restore(copy, before);
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:" + before.resolve("offprint"), "", "");
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select address from subscribers")) {
      assertThat(Schema.isNewest(connection)).isFalse();
      assertThat(rows.next()).isTrue();
    }
  }

  @Test
  void whereNoCopyCanBeMadeTheOperatorIsToldWhatToDo() {
    assertThat(
            DatabaseUnavailable.withoutBackup(
                    Path.of("before-6.zip"),
                    new FileSystemException("x", null, "No space left on device"))
                .getMessage())
        .isEqualTo(
            "the database is of an older version, and no copy of it could be made at before-6.zip"
                + " before it is brought up to date: No space left on device. Nothing was changed."
                + " Make room in the data folder, and start again.");
  }

  @Test
  void aNewDatabaseAndOneThatIsUpToDateAreNotCopied() throws Exception {
    open(folder.resolve("data")).close();
    open(folder.resolve("data")).close();
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.endsWith(".zip"));
    }
  }

  @Test
  void aFileThatIsMostlyOfRowsThatAreGoneIsMadeSmallWhileItIsInUse() throws Exception {
    Path file = folder.resolve("offprint.mv.db");
    try (Database database = open(folder)) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("create table filler (id int primary key, text varchar(100000))");
                for (int id = 0; id < 120; id++) {
                  handle.execute("insert into filler values (?, ?)", id, "x".repeat(100_000));
                  // Rows in between that stay.
                  handle.execute("insert into filler values (?, ?)", 1_000 + id, "stays");
                }
                handle.execute(SUBSCRIBER);
                for (int round = 0; round < 8; round++) {
                  handle.execute("update filler set text = ? where id < 120", "y".repeat(90_000));
                }
                handle.execute("delete from filler where id < 120");
              });
      long before = Files.size(file);
      assertThat(before).isGreaterThan(64L << 20);

      database.compact(100, Duration.ofSeconds(60));

      assertThat(Files.size(file)).isLessThan(before / 4);
      assertThat(subscribers(database)).isOne();
    }
    try (Database database = open(folder)) {
      assertThat(subscribers(database)).isOne();
      int left =
          database
              .jdbi()
              .withHandle(
                  handle -> handle.select("select count(*) from filler").mapTo(int.class).one());
      assertThat(left).isEqualTo(120);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSoundDatabaseIsToldFromOneWithRowsThatNameNothing(TestDatabase kind) throws Exception {
    try (Database database = kind.fresh()) {
      Integrity sound = Integrity.of(database);
      assertThat(sound.problems()).isEmpty();
      assertThat(sound.tables()).isGreaterThan(20);
      assertThat(sound.references()).isGreaterThan(5);

      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute(
                    """
                    insert into harvests (source, asked_for, asked_at, ending, papers, added,
                      updated, unchanged, set_aside)
                    values ('x', current_date, current_timestamp, 'HARVESTED', 0, 0, 0, 0, 0)\
                    """);
                withoutReferences(
                    handle,
                    kind,
                    "insert into editions (delivery_id, papers, reasons) values (99, '', '[]')");
              });
      Integrity broken = Integrity.of(database);
      assertThat(broken.rows()).isGreaterThan(sound.rows());
      assertThat(
              broken.problems().stream().map(problem -> problem.toLowerCase(java.util.Locale.ROOT)))
          .containsExactly("1 rows of editions name in delivery_id what is not in deliveries");
    }
  }

  private static void withoutReferences(
      org.jdbi.v3.core.Handle handle, TestDatabase kind, String statement) {
    boolean h2 = kind == TestDatabase.H2;
    handle.execute(
        h2 ? "set referential_integrity false" : "set session_replication_role = replica");
    handle.execute(statement);
    handle.execute(h2 ? "set referential_integrity true" : "set session_replication_role = origin");
  }

  @Test
  void aDamagedFileIsToldByItsTable() throws Exception {
    Path data = folder.resolve("data");
    try (Database database = open(data)) {
      database.jdbi().useHandle(handle -> handle.execute(SUBSCRIBER));
    }
    Path file = data.resolve("offprint.mv.db");
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length - 16; at++) {
      if (new String(bytes, at, 15, java.nio.charset.StandardCharsets.US_ASCII)
          .equals("ada@lab.example")) {
        bytes[at - 40] ^= 0x55;
      }
    }
    Files.write(file, bytes);
    DatabaseUnavailable refused =
        catchThrowableOfType(
            DatabaseUnavailable.class,
            () -> {
              try (Database database = open(data)) {
                List<String> problems = Integrity.of(database).problems();
                assertThat(problems).isNotEmpty().allMatch(problem -> !problem.contains("\n"));
              }
            });
    // Where the damage is met at opening, that says so.
    assertThat(refused == null || String.valueOf(refused.getMessage()).contains("damaged"))
        .isTrue();
  }
}
