package dev.offprint.db;

import dev.offprint.db.CopiedTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows into a table of the copy. */
final class RowWriter implements AutoCloseable {
  private final Connection connection;
  private final CopiedTable table;
  private final PreparedStatement insert;

  RowWriter(Connection connection, CopiedTable table) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.insert =
        connection.prepareStatement(
            "insert into "
                + table.quoted()
                + " ("
                + CopiedTable.list(table.columns())
                + ") values ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?"))
                + ")");
  }

  /** Writes a portion, all of it or nothing. */
  void write(List<@Nullable Object[]> rows) throws SQLException {
    for (@Nullable Object[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        table.columns().get(column).kind().write(insert, column + 1, row[column]);
      }
      insert.addBatch();
    }
    insert.executeBatch();
    connection.commit();
  }

  /**
   * Lets the table number its next row as it would have been numbered where the copy is from. A
   * number is never given twice: links in old mails name their reader by it, who may be gone.
   *
   * @param from where the copy is from
   * @param original the table there
   */
  void numberOnFrom(Connection from, CopiedTable original) throws SQLException {
    for (Column column : table.columns()) {
      if (column.identity()) {
        long next =
            Math.max(
                number(from, nextNumber(from, original, column.plainName())),
                number(
                    connection,
                    "select coalesce(max(" + column.quoted() + "), 0) + 1 from " + table.quoted()));
        try (Statement statement = connection.createStatement()) {
          statement.execute(
              "alter table "
                  + table.quoted()
                  + " alter column "
                  + column.quoted()
                  + " restart with "
                  + next);
        }
        connection.commit();
      }
    }
  }

  /** The query for the number that the next row gets, which each database keeps elsewhere. */
  private static String nextNumber(Connection from, CopiedTable table, String plainName)
      throws SQLException {
    if (!from.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return "select identity_base from information_schema.columns where table_schema ="
          + " current_schema and table_name = '"
          + table.name()
          + "' and lower(column_name) = '"
          + plainName
          + "'";
    }
    try (Statement statement = from.createStatement();
        ResultSet sequence =
            statement.executeQuery(
                "select pg_get_serial_sequence('" + table.quoted() + "', '" + plainName + "')")) {
      sequence.next();
      return "select case when is_called then last_value + 1 else last_value end from "
          + sequence.getString(1);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
