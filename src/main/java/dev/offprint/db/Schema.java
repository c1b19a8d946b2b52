package dev.offprint.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables, and how they come to be as this version needs them. That nothing is to be done is
 * found by one query; Flyway, which takes longer than most commands, is started only when it has
 * work.
 */
final class Schema {
  /** Where the migrations are, as files {@code V<number>__<what>.sql}. */
  static final String FOLDER = "dev/offprint/db";

  /** The last migration there. */
  static final String NEWEST = "V10__numbers_of_mails.sql";

  /** Where Flyway writes down which were done. */
  static final String HISTORY = "flyway_schema_history";

  private Schema() {}

  /**
   * Brings the database of the pool up to date.
   *
   * @param connection another one to the same database
   */
  static void bringUpToDate(DataSource pool, Connection connection) throws SQLException {
    requireNobodyElse(pool);
    migrations(connection).dataSource(pool).load().migrate();
  }

  /** Nodes of an older version that are at work would find tables that they do not know. */
  private static void requireNobodyElse(DataSource pool) {
    List<Node> alive = Jdbi.create(pool).withHandle(JdbiNodes::alive);
    if (!alive.isEmpty()) {
      throw DatabaseUnavailable.inUse(alive);
    }
  }

  /** Flyway writes a migration down once it is done, and does them in order. */
  static boolean isNewest(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet done =
            statement.executeQuery(
                "select 1 from \""
                    + HISTORY
                    + "\" where \"script\" = '"
                    + NEWEST
                    + "' and \"success\"")) {
      return done.next();
    } catch (SQLException e) {
      // An empty database has no such table; if it is something else, Flyway will say so.
      return false;
    }
  }

  /** Whether there are tables, and migrations to come. */
  static boolean isOlder(Connection connection) throws SQLException {
    return !isEmpty(connection) && !isNewest(connection) && !isNewer(connection);
  }

  /** Whether a later version of Offprint has been at work; Flyway says so, and changes nothing. */
  private static boolean isNewer(Connection connection) {
    int newest = Integer.parseInt(number(NEWEST));
    try (Statement statement = connection.createStatement();
        ResultSet versions =
            statement.executeQuery("select \"version\" from \"" + HISTORY + "\"")) {
      while (versions.next()) {
        String version = versions.getString(1);
        if (version != null && version.matches("\\d+") && Integer.parseInt(version) > newest) {
          return true;
        }
      }
      return false;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The number of a migration, such as {@code 6}. */
  static String number(String migration) {
    return migration.substring(1, migration.indexOf("__"));
  }

  /** Whether nothing was ever written there: not even which tables there are. */
  static boolean isEmpty(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, null, HISTORY, new String[] {"TABLE", "BASE TABLE"})) {
      return !tables.next();
    }
  }

  /** The migrations, for the database of a connection. */
  static FluentConfiguration migrations(Connection connection) throws SQLException {
    boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    return Flyway.configure()
        .locations("classpath:" + FOLDER)
        .placeholders(
            Map.of(
                "binary", postgres ? "bytea" : "blob",
                "bytes", postgres ? "bytea" : "varbinary(4096)",
                "numbers_at_once", postgres ? "1" : "2000"));
  }
}
