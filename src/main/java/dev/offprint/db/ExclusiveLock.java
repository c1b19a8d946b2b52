package dev.offprint.db;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What one transaction at a time does, whichever process it is in. */
public enum ExclusiveLock {
  /**
   * Recording papers. Two that added the same papers side by side would fail on each other's rows,
   * and H2 would wait for each row in turn.
   */
  PAPER_INTAKE("paper_intake"),

  /**
   * Writing down what subscribers are to get. Two that did so side by side for different days could
   * each give one subscriber the same paper, and neither would see it.
   */
  PLANNING("planning_turn");

  /** H2 gives up on a lock after 2 s, so this is about two minutes; PostgreSQL waits by itself. */
  private static final int MOST_ATTEMPTS = 60;

  private final String table;

  ExclusiveLock(String table) {
    this.table = table;
  }

  /** Returns once nobody else has the turn; it ends with the handle's transaction. */
  public void await(Handle handle) {
    for (int attempt = 1; ; attempt++) {
      try {
        handle
            .select("select id from " + table + " where id = 1 for update")
            .mapTo(int.class)
            .one();
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
