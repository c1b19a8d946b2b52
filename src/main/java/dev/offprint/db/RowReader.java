package dev.offprint.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads all rows of a table in the order of its key, a portion at a time, each by a query of its
 * own: no more than a portion is held, here or by the database.
 */
final class RowReader {
  /** Rows in a portion. An edition has some 2 KB, and seldom more than 50. */
  static final int PORTION = 500;

  private final Connection connection;
  private final CopiedTable table;

  /** The key of the row that was read last; empty at the beginning. */
  private List<Object> last = List.of();

  RowReader(Connection connection, CopiedTable table) {
    this.connection = connection;
    this.table = table;
  }

  /** The next rows, with their values as the columns are; none at the end. */
  List<@Nullable Object[]> next() throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query())) {
      for (int at = 0; at < last.size(); at++) {
        table.key().get(at).kind().write(statement, at + 1, last.get(at));
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
    }
    if (!rows.isEmpty()) {
      @Nullable Object[] row = rows.getLast();
      last =
          table.key().stream()
              .map(column -> Objects.requireNonNull(row[table.columns().indexOf(column)]))
              .toList();
    }
    return rows;
  }

  private String query() {
    String key = CopiedTable.list(table.key());
    String parameters = String.join(", ", Collections.nCopies(table.key().size(), "?"));
    return "select "
        + CopiedTable.list(table.columns())
        + " from "
        + table.quoted()
        + (last.isEmpty() ? "" : " where (" + key + ") > (" + parameters + ")")
        + " order by "
        + key
        + " fetch first "
        + PORTION
        + " rows only";
  }

  private @Nullable Object[] row(ResultSet found) throws SQLException {
    @Nullable Object[] row = new @Nullable Object[table.columns().size()];
    for (int column = 0; column < row.length; column++) {
      row[column] = table.columns().get(column).kind().read(found, column + 1);
    }
    return row;
  }
}
