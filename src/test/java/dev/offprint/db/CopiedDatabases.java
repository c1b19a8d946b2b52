package dev.offprint.db;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.CopyProgress.Step;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Databases for the tests of copying them. */
abstract class CopiedDatabases {
  static final DatabaseConfiguration FOLDER = new DatabaseConfiguration("", "", "", "", 7);

  @TempDir Path folder;
  final List<Database> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Database::close);
  }

  Database kept(Database database) {
    open.add(database);
    return database;
  }

  /** An address of the kind where there is nothing yet. */
  DatabaseAddress nothing(TestDatabase kind) {
    return kind == TestDatabase.H2
        ? DatabaseAddress.of(folder.resolve("data" + System.nanoTime()).toString())
        : DatabaseAddress.of(kind.url());
  }

  Database opened(DatabaseAddress address) {
    Path data = address.folder();
    return kept(data == null ? Database.open(address.url(), "", "") : Database.open(FOLDER, data));
  }

  /** An installation of the kind. */
  DatabaseAddress installation(TestDatabase kind) throws Exception {
    DatabaseAddress address = DatabaseAddress.of(kind.url());
    kept(CopiedInstallation.in(kind, address.url()));
    return address;
  }

  Map<String, List<String>> contents(DatabaseAddress address) throws SQLException {
    return CopiedInstallation.contents(opened(address));
  }

  static CopyReport copy(DatabaseAddress from, DatabaseAddress to) {
    return DatabaseCopy.run(from, to, CopyProgress.NONE);
  }

  static void execute(Database database, String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }

  /** Breaks off as soon as a table is reached. */
  static CopyProgress until(Step end, String table) {
    return (step, at, done, all) -> {
      if (step == end && at.equals(table)) {
        throw new IllegalStateException("broken off");
      }
    };
  }

  /** The only row of a table. */
  static String row(Map<String, List<String>> contents, String table) {
    return Objects.requireNonNull(contents.get(table)).getFirst();
  }
}
