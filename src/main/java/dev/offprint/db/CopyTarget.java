package dev.offprint.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** The database that is copied into: an empty one, or one with a copy that was broken off. */
final class CopyTarget {
  private CopyTarget() {}

  /**
   * Marks it, makes its tables and leaves no row in them.
   *
   * @param tables the plain names of all that an installation has; nothing else is taken away
   * @throws CopyFailure when there is something else in it, which stays as it is
   * @throws DatabaseUnavailable when it cannot be used
   */
  static Connection open(DatabaseAddress address, Set<String> tables) {
    if (address.folder() != null) {
      DataFolder.open(address.folder());
    }
    Connection connection = connect(address);
    try {
      require(connection, address, tables);
      dropAll(connection);
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

  private static void require(Connection connection, DatabaseAddress address, Set<String> tables)
      throws SQLException {
    if (OtherSessions.areIn(connection)) {
      throw CopyFailure.inUse(address);
    }
    boolean isUnfinished = UnfinishedCopy.isIn(connection);
    int others = 0;
    for (String name : CopiedTables.names(connection)) {
      String plain = CopiedTable.plain(name);
      boolean isOurs = tables.contains(plain) || plain.equals(UnfinishedCopy.HISTORY);
      others += isUnfinished && isOurs ? 0 : 1;
    }
    if (others > 0) {
      throw new CopyFailure(
          address.shown()
              + " has something in it already, which would be lost: "
              + (others == 1 ? "1 table" : others + " tables")
              + (address.folder() == null
                  ? ". Name an empty database with --to"
                  : ". Move its offprint.mv.db away, or name another folder with --to"));
    }
  }

  /**
   * Takes away what a copy left that broke off, perhaps while its tables were made, or in an older
   * version. The mark goes last.
   */
  private static void dropAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String name : CopiedTables.names(connection)) {
        if (!name.equals(UnfinishedCopy.HISTORY)) {
          statement.execute("drop table \"" + name + "\" cascade");
        }
      }
      statement.execute("drop table if exists \"" + UnfinishedCopy.HISTORY + "\"");
    }
  }

  /** The rows that the migrations wrote, in place of which come those that are copied. */
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
