package dev.offprint.papers;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Lets one transaction at a time record papers, whichever process it is in. Two that added the same
 * papers side by side would fail on each other's rows, and H2 would wait for each row in turn.
 */
final class JdbiIntakeTurn {
  /** H2 gives up on a lock after 2 s, so this is about two minutes; PostgreSQL waits by itself. */
  private static final int MOST_ATTEMPTS = 60;

  private JdbiIntakeTurn() {}

  /** Returns once nobody else records; the turn ends with the handle's transaction. */
  static void await(Handle handle) {
    for (int attempt = 1; ; attempt++) {
      try {
        handle.select("select id from paper_intake where id = 1 for update").mapTo(int.class).one();
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
