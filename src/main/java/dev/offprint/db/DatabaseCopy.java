package dev.offprint.db;

import dev.offprint.db.CopyProgress.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies an installation's database into an empty one, of the same kind or the other, and compares
 * the two. What is copied is as it was at one instant; the comparison reads both sides anew, so
 * that it also finds what somebody wrote meanwhile. Until it finds them equal, nobody can work on
 * the copy.
 */
public final class DatabaseCopy {
  private final Connection from;
  private final Connection to;
  private final List<CopiedTable> tables;
  private final List<CopiedTable> counterparts;
  private final boolean intoPostgresql;
  private final CopyProgress progress;
  private final Map<String, Long> replaced = new HashMap<>();

  private DatabaseCopy(Connection from, Connection to, CopyProgress progress) throws SQLException {
    this.from = from;
    this.to = to;
    this.tables = CopiedTables.in(from);
    this.counterparts = CopiedTables.counterparts(tables, CopiedTables.in(to));
    this.intoPostgresql = to.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    this.progress = progress;
  }

  /**
   * Copies and compares. A copy that breaks off leaves a database that can only be copied into once
   * more.
   *
   * @return what is on both sides; where they differ, the copy stays as one that was broken off
   * @throws CopyFailure when something forbids it, or it broke off
   * @throws DatabaseUnavailable when one of the two cannot be opened
   */
  public static CopyReport run(DatabaseAddress from, DatabaseAddress to, CopyProgress progress) {
    try (Database source = Database.openSource(from);
        Connection reading = source.dataSource().getConnection();
        Connection writing = CopyTarget.open(to, names(reading))) {
      reading.setAutoCommit(false);
      reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new DatabaseCopy(reading, writing, progress).run();
    } catch (SQLException e) {
      throw new CopyFailure(reason(e), e);
    }
  }

  private static Set<String> names(Connection connection) throws SQLException {
    return CopiedTables.names(connection).stream()
        .map(CopiedTable::plain)
        .collect(Collectors.toUnmodifiableSet());
  }

  private CopyReport run() throws SQLException {
    copyAll();
    // What was written since then is seen from here on.
    from.rollback();
    CopyReport report = compareAll();
    if (report.isEqual()) {
      try (Statement statement = to.createStatement()) {
        // Without that it is slow until the database looks at its tables by itself.
        statement.execute("analyze");
      }
      UnfinishedCopy.finish(to);
    }
    return report;
  }

  private void copyAll() throws SQLException {
    long all = count();
    long done = 0;
    for (int at = 0; at < tables.size(); at++) {
      CopiedTable table = tables.get(at);
      try (RowWriter writer = new RowWriter(to, counterparts.get(at))) {
        long before = done;
        done +=
            eachPortion(
                from,
                table,
                rows -> {
                  replaced.merge(table.plainName(), makeStorable(rows), Long::sum);
                  writer.write(rows);
                },
                sofar -> progress.at(Step.COPYING, table.plainName(), before + sofar, all));
        writer.numberOnFrom(from, table);
      } catch (SQLException e) {
        throw new CopyFailure(
            "it broke off in the table "
                + table.plainName()
                + ": "
                + reason(e)
                + ". Nothing works with what was copied until the same command has come to its end",
            e);
      }
    }
  }

  private CopyReport compareAll() throws SQLException {
    long all = count();
    long done = 0;
    List<CopyReport.Table> compared = new ArrayList<>();
    for (int at = 0; at < tables.size(); at++) {
      CopiedTable table = tables.get(at);
      RowDigest original = new RowDigest(table);
      RowDigest copied = new RowDigest(table);
      long before = done;
      eachPortion(
          from,
          table,
          rows -> {
            long _ = makeStorable(rows);
            rows.forEach(original::add);
          },
          sofar -> progress.at(Step.COMPARING, table.plainName(), before + sofar, all));
      eachPortion(to, counterparts.get(at), rows -> rows.forEach(copied::add), sofar -> {});
      done += original.rows();
      compared.add(
          new CopyReport.Table(
              table.plainName(),
              original.rows(),
              copied.rows(),
              original.value(),
              copied.value(),
              replaced.getOrDefault(table.plainName(), 0L)));
    }
    return new CopyReport(compared);
  }

  /** What is done with some rows. */
  private interface Portions {
    void take(List<@Nullable Object[]> rows) throws SQLException;
  }

  private static long eachPortion(
      Connection connection, CopiedTable table, Portions portions, Consumer<Long> done)
      throws SQLException {
    RowReader reader = new RowReader(connection, table);
    long count = 0;
    for (List<@Nullable Object[]> rows = reader.next(); !rows.isEmpty(); rows = reader.next()) {
      portions.take(rows);
      count += rows.size();
      done.accept(count);
    }
    return count;
  }

  /**
   * Makes rows such that the copy can hold them.
   *
   * @return how many had to be changed
   */
  private long makeStorable(List<@Nullable Object[]> rows) {
    return intoPostgresql ? rows.stream().filter(StorableText::replaceIn).count() : 0;
  }

  private long count() throws SQLException {
    long count = 0;
    try (Statement statement = from.createStatement()) {
      for (CopiedTable table : tables) {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table.quoted())) {
          rows.next();
          count += rows.getLong(1);
        }
      }
    }
    return count;
  }

  /** The driver's own words, in one line; of a batch those of the row that was refused. */
  private static String reason(SQLException failure) {
    if (Damage.isIn(failure)) {
      return Damage.REMEDY;
    }
    SQLException cause = Optional.ofNullable(failure.getNextException()).orElse(failure);
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
