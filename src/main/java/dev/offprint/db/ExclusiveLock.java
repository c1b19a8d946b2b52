package dev.offprint.db;

import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * What one transaction at a time does, whichever process it is in; some of it for each part of the
 * rows that it is about.
 */
public enum ExclusiveLock {
  /**
   * Recording papers. Two that added the same papers side by side would fail on each other's rows,
   * and H2 would wait for each row in turn.
   */
  PAPER_INTAKE("paper_intake"),

  /**
   * Writing down what subscribers are to get. Two that did so side by side for different days could
   * each give one subscriber the same paper, and neither would see it. Each part of the subscribers
   * has a lock of its own.
   */
  PLANNING("planning_turn");

  /** H2 gives up on a lock after 2 s, so this is about two minutes; PostgreSQL waits by itself. */
  private static final int MOST_ATTEMPTS = 60;

  private final String table;

  ExclusiveLock(String table) {
    this.table = table;
  }

  /** Returns once nobody else has any part of it; it ends with the handle's transaction. */
  public void await(Handle handle) {
    lock(handle.createQuery("select id from " + table + " order by id for update"));
  }

  /** The same for the parts alone in which some rows are, of which there is at least one. */
  public void await(Handle handle, Collection<Long> ids) {
    lock(
        handle
            .createQuery(
                "select id from " + table + " where id in (<parts>) order by id for update")
            .bindList("parts", NodeShare.parts(ids)));
  }

  private static void lock(Query rows) {
    for (int attempt = 1; ; attempt++) {
      try {
        // In one order, so that no two wait for each other.
        rows.mapTo(int.class).list();
        return;
      } catch (UnableToExecuteStatementException e) {
        if (attempt == MOST_ATTEMPTS || !isLockTimeout(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isLockTimeout(UnableToExecuteStatementException failure) {
    return failure.getCause() instanceof SQLException cause && "HYT00".equals(cause.getSQLState());
  }
}
