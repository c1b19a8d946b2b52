package dev.offprint.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which tables a copy has: all that there are, whatever migration brings them, but for Flyway's
 * history, which the migrations write, and the nodes and the timetable, which the daemon does.
 */
final class CopiedTables {
  /**
   * Quartz's. What stands there is of processes and their moments (who has fired what, who is
   * alive, who waits for whom), under settings that H2 and PostgreSQL do not share. The daemon
   * enters all its jobs at each start.
   */
  private static final String TIMETABLE = "qrtz_";

  /** Flyway's, and the processes that send, which are others afterwards. */
  private static final Set<String> LEFT_OUT =
      Set.of(Schema.HISTORY, UnfinishedCopy.HISTORY, "nodes");

  private CopiedTables() {}

  /** All tables of a database that are copied, each behind those that it refers to. */
  static List<CopiedTable> in(Connection connection) throws SQLException {
    List<CopiedTable> tables = new ArrayList<>();
    for (String name : names(connection)) {
      String plain = CopiedTable.plain(name);
      if (!LEFT_OUT.contains(plain) && !plain.startsWith(TIMETABLE)) {
        tables.add(CopiedTable.of(connection, name));
      }
    }
    return inOrder(tables);
  }

  /** All tables, as the database writes their names. */
  static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_schema ="
                    + " current_schema and table_type = 'BASE TABLE' order by table_name")) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    }
    return names;
  }

  static List<CopiedTable> inOrder(List<CopiedTable> tables) {
    List<CopiedTable> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    List<CopiedTable> left = new ArrayList<>(tables);
    while (!left.isEmpty()) {
      List<CopiedTable> ready =
          left.stream().filter(table -> placed.containsAll(table.referred())).toList();
      if (ready.isEmpty()) {
        throw new CopyFailure(
            left.stream().map(CopiedTable::plainName).collect(Collectors.joining(", "))
                + " refer to each other, so that none can be copied first");
      }
      ordered.addAll(ready);
      left.removeAll(ready);
      ready.forEach(table -> placed.add(table.plainName()));
    }
    return ordered;
  }

  /**
   * The table of the copy for each of the tables.
   *
   * @throws CopyFailure when the two databases do not have the same ones
   */
  static List<CopiedTable> counterparts(List<CopiedTable> tables, List<CopiedTable> others) {
    Set<String> odd = new TreeSet<>();
    List<CopiedTable> counterparts = new ArrayList<>();
    for (CopiedTable table : tables) {
      others.stream()
          .filter(table::fits)
          .findFirst()
          .ifPresentOrElse(counterparts::add, () -> odd.add(table.plainName()));
    }
    others.stream()
        .filter(other -> tables.stream().noneMatch(other::fits))
        .forEach(other -> odd.add(other.plainName()));
    if (!odd.isEmpty()) {
      throw new CopyFailure(
          "these tables are not as this version of Offprint makes them, and would not be copied"
              + " whole: "
              + String.join(", ", odd)
              + ". Move away what was added to them");
    }
    return counterparts;
  }
}
