package dev.offprint.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The mark of a database that is still being copied into, or was when that broke off: Flyway keeps
 * its history under another name there. So a database is marked before it has any other table, is
 * unmarked by one statement, and no version of Offprint, which looks for the usual name, takes it
 * for one that can be worked on.
 */
final class UnfinishedCopy {
  /** Flyway's history until the copy is finished. */
  static final String HISTORY = "unfinished_copy";

  private UnfinishedCopy() {}

  /** Whether a database has the mark. */
  static boolean isIn(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), HISTORY, null)) {
      return tables.next();
    }
  }

  /** Takes the mark away; from then on the database can be opened. */
  static void finish(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter table \"" + HISTORY + "\" rename to \"" + Schema.HISTORY + "\"");
    }
    connection.commit();
  }
}
