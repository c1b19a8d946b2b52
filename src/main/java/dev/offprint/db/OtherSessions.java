package dev.offprint.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Who else of Offprint is connected to a PostgreSQL, from this machine or another one. */
final class OtherSessions {
  /** As which Offprint's sessions make themselves known. */
  static final String NAME = "Offprint";

  /** Asked so often, as a session that was ended is seen for a moment longer. */
  private static final int ATTEMPTS = 20;

  private OtherSessions() {}

  /**
   * Whether there are any. In H2 nobody else can be while a file is open for one process alone.
   *
   * @param own the one session that does not count
   */
  static boolean areIn(Connection own) throws SQLException {
    if (!own.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return false;
    }
    try (Statement statement = own.createStatement()) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (count(statement) == 0) {
          return false;
        }
        statement.execute("select pg_sleep(0.1)");
      }
      return true;
    }
  }

  private static long count(Statement statement) throws SQLException {
    try (ResultSet sessions =
        statement.executeQuery(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = '"
                + NAME
                + "' and pid <> pg_backend_pid()")) {
      sessions.next();
      return sessions.getLong(1);
    }
  }
}
