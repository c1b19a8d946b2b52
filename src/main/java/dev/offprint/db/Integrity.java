package dev.offprint.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads every row of every table, and looks whether each row that others refer to is there.
 *
 * @param tables how many there are
 * @param rows how many they hold together, as far as they could be read
 * @param references how many columns of a table refer to another table
 * @param problems each in one line; empty when all is well
 */
public record Integrity(int tables, long rows, int references, List<String> problems) {
  private record Reference(String table, String column, String other, String otherColumn) {}

  /** Looks at a database, which may be in use meanwhile. */
  public static Integrity of(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return of(connection);
    }
  }

  private static Integrity of(Connection connection) throws SQLException {
    List<String> problems = new ArrayList<>();
    List<String> tables = tables(connection);
    List<Reference> references = new ArrayList<>();
    long rows = 0;
    for (String table : tables) {
      try {
        rows += read(connection, table);
        references.addAll(references(connection, table));
      } catch (SQLException e) {
        problems.add("table " + table + " cannot be read: " + reason(e));
      }
    }
    for (Reference reference : references) {
      try {
        long orphans = orphans(connection, reference);
        if (orphans > 0) {
          problems.add(
              String.format(
                  Locale.ROOT,
                  "%d rows of %s name in %s what is not in %s",
                  orphans,
                  reference.table,
                  reference.column,
                  reference.other));
        }
      } catch (SQLException e) {
        problems.add("table " + reference.table + " cannot be searched: " + reason(e));
      }
    }
    return new Integrity(tables.size(), rows, references.size(), List.copyOf(problems));
  }

  private static String reason(SQLException failure) {
    return Damage.isIn(failure) ? Damage.REMEDY : String.valueOf(failure.getMessage());
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** Every column, as each lies in a piece of the file that has a check value. */
  private static long read(Connection connection, String table) throws SQLException {
    connection.setAutoCommit(false); // PostgreSQL sends rows bit by bit only then
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1_000);
      try (ResultSet rows = statement.executeQuery("select * from " + quoted(table))) {
        int columns = rows.getMetaData().getColumnCount();
        long count = 0;
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            rows.getObject(column);
          }
          count++;
        }
        return count;
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Those of one column; what Quartz has of more columns is its own. */
  private static List<Reference> references(Connection connection, String table)
      throws SQLException {
    List<Reference> references = new ArrayList<>();
    DatabaseMetaData about = connection.getMetaData();
    try (ResultSet keys =
        about.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (keys.next()) {
        references.add(
            new Reference(
                table,
                keys.getString("FKCOLUMN_NAME"),
                keys.getString("PKTABLE_NAME"),
                keys.getString("PKCOLUMN_NAME")));
      }
    }
    return references;
  }

  private static long orphans(Connection connection, Reference reference) throws SQLException {
    String query =
        String.format(
            Locale.ROOT,
            "select count(*) from %s a where a.%s is not null and not exists"
                + " (select 1 from %s b where b.%s = a.%s)",
            quoted(reference.table),
            quoted(reference.column),
            quoted(reference.other),
            quoted(reference.otherColumn),
            quoted(reference.column));
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery(query)) {
      count.next();
      return count.getLong(1);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
