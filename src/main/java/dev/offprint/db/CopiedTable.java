package dev.offprint.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table as the driver of its database describes it.
 *
 * @param name as that database writes it; H2 has capitals where PostgreSQL has none
 * @param columns by their plain names
 * @param key the columns of the primary key, in its order
 * @param referred the plain names of other tables that its rows refer to
 */
record CopiedTable(String name, List<Column> columns, List<Column> key, Set<String> referred) {
  /**
   * A column.
   *
   * @param identity whether the database numbers rows by it
   */
  record Column(String name, ColumnKind kind, boolean identity) {
    String plainName() {
      return plain(name);
    }

    String quoted() {
      return CopiedTable.quoted(name);
    }
  }

  /**
   * Reads the description.
   *
   * @throws CopyFailure when rows of such a table cannot be copied
   */
  static CopiedTable of(Connection connection, String name) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    List<Column> columns = new ArrayList<>();
    try (ResultSet found =
        about.getColumns(connection.getCatalog(), connection.getSchema(), name, null)) {
      while (found.next()) {
        // The name of a table is taken for a pattern, in which a low line stands for any character.
        if (found.getString("TABLE_NAME").equals(name)) {
          String column = found.getString("COLUMN_NAME");
          columns.add(
              new Column(
                  column,
                  ColumnKind.of(
                      plain(name) + "." + plain(column),
                      found.getInt("DATA_TYPE"),
                      found.getString("TYPE_NAME")),
                  found.getString("IS_AUTOINCREMENT").equals("YES")));
        }
      }
    }
    columns.sort(Comparator.comparing(Column::plainName));
    Set<String> referred = new HashSet<>();
    try (ResultSet found =
        about.getImportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
      while (found.next()) {
        referred.add(plain(found.getString("PKTABLE_NAME")));
      }
    }
    referred.remove(plain(name));
    return new CopiedTable(
        name, List.copyOf(columns), key(connection, name, columns), Set.copyOf(referred));
  }

  private static List<Column> key(Connection connection, String name, List<Column> columns)
      throws SQLException {
    TreeMap<Short, Column> key = new TreeMap<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
      while (found.next()) {
        String column = found.getString("COLUMN_NAME");
        key.put(
            found.getShort("KEY_SEQ"),
            columns.stream().filter(each -> each.name.equals(column)).findFirst().orElseThrow());
      }
    }
    if (key.isEmpty()) {
      throw new CopyFailure(
          "the table " + plain(name) + " has no primary key, by which its rows could be read");
    }
    return List.copyOf(key.values());
  }

  /** The name that it has in both databases. */
  String plainName() {
    return plain(name);
  }

  String quoted() {
    return quoted(name);
  }

  /** Names of columns as a list in SQL. */
  static String list(List<Column> columns) {
    return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
  }

  /** Whether rows of one can be written into the other just as they are. */
  boolean fits(CopiedTable other) {
    return shape().equals(other.shape());
  }

  private List<Object> shape() {
    return List.of(
        plainName(),
        columns.stream().map(each -> each.plainName() + " " + each.kind).toList(),
        key.stream().map(Column::plainName).toList());
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
