package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.DatabaseConfiguration;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
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

  private static final int ROWS = 20_000;

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
    Restoring.restore(copy, before);
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

  /** What no compression makes shorter. */
  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[2_000];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void roomOfRowsThatWereWrittenAnewIsMadeUsableWhileTheFileIsInUse() throws Exception {
    Path file = folder.resolve("offprint.mv.db");
    try (Database database = open(folder);
        Connection connection = database.dataSource().getConnection()) {
      try (Statement statement = connection.createStatement()) {
        // H2 leaves what is younger than 45 seconds alone; nobody waits for that here.
        statement.execute("set retention_time 0");
        statement.execute("create table filler (id int primary key, text varbinary(2000))");
      }
      fragment(connection);
      assertThat(Files.size(file)).isGreaterThan(64L << 20);
      Compaction compaction = new Compaction(file);

      int used = compaction.run(connection, 90, Duration.ofSeconds(60)).orElseThrow();

      assertThat(used).isGreaterThanOrEqualTo(60);
      assertThat(compaction.run(connection, 50, Duration.ofSeconds(60))).isEmpty();
      assertThat(ids(connection)).isEqualTo(ROWS);
    }
    try (Database database = open(folder);
        Connection connection = database.dataSource().getConnection()) {
      assertThat(ids(connection)).isEqualTo(ROWS);
    }
  }

  /** Many rows, and then some of each piece of the file written anew. */
  private static void fragment(Connection connection) throws Exception {
    Random random = new Random(1);
    try (var insert = connection.prepareStatement("insert into filler values (?, ?)");
        var update = connection.prepareStatement("update filler set text = ? where id = ?")) {
      connection.setAutoCommit(false);
      for (int id = 0; id < ROWS; id++) {
        insert.setInt(1, id);
        insert.setBytes(2, bytes(random));
        insert.execute();
        if (id % 100 == 99) {
          connection.commit();
        }
      }
      for (int change = 0; change < ROWS / 4; change++) {
        update.setBytes(1, bytes(random));
        update.setInt(2, random.nextInt(ROWS));
        update.execute();
        if (change % 100 == 99) {
          connection.commit();
        }
      }
      connection.setAutoCommit(true);
    }
  }

  private static int ids(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from filler where octet_length(text) = 2000")) {
      rows.next();
      return rows.getInt(1);
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
}
