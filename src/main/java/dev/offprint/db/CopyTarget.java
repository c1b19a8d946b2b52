package dev.offprint.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** The database that is copied into: an empty one, or one with a copy that was broken off. */
final class CopyTarget {
  private CopyTarget() {}

  /**
   * Marks it, makes its tables and leaves no row in them.
   *
   * @throws CopyFailure when there is something else in it, which stays as it is
   * @throws DatabaseUnavailable when it cannot be used
   */
  static Connection open(DatabaseAddress address) {
    if (address.folder() != null) {
      DataFolder.open(address.folder());
    }
    Connection connection = connect(address);
    try {
      require(connection, address);
      Schema.migrations(connection)
          .dataSource(address.jdbcAlone(), address.username(), address.password())
          .table(UnfinishedCopy.HISTORY)
          .load()
          .migrate();
      connection.setAutoCommit(false);
      clear(connection);
      if (address.folder() != null) {
        DataFolder.closeToOthers(address.folder());
      }
      return connection;
    } catch (SQLException | FlywayException e) {
      close(connection);
      throw new DatabaseUnavailable(address.jdbcAlone(), e);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  private static Connection connect(DatabaseAddress address) {
    try {
      return address.connectAlone();
    } catch (SQLException e) {
      throw new DatabaseUnavailable(address.jdbcAlone(), e);
    }
  }

  private static void require(Connection connection, DatabaseAddress address) throws SQLException {
    if (OtherSessions.areIn(connection)) {
      throw CopyFailure.inUse(address);
    }
    int tables = CopiedTables.names(connection).size();
    if (tables > 0 && !UnfinishedCopy.isIn(connection)) {
      throw new CopyFailure(
          address.shown()
              + " has something in it already, which would be lost: "
              + (tables == 1 ? "1 table" : tables + " tables")
              + ". Give an empty "
              + (address.folder() == null ? "database" : "folder")
              + " to --to");
    }
  }

  /** What the migrations wrote and what an earlier copy did. */
  private static void clear(Connection connection) throws SQLException {
    List<CopiedTable> tables = CopiedTables.in(connection);
    try (Statement statement = connection.createStatement()) {
      for (CopiedTable table : tables.reversed()) {
        statement.execute("delete from " + table.quoted());
      }
    }
    connection.commit();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Why it is closed is told already.
    }
  }
}
