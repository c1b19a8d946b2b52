package dev.offprint.db;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells a database that cannot answer, as when its connections were cut, from one that cannot do
 * what it was asked: of what it was asked about, an outage says nothing.
 */
public final class DatabaseOutage {
  /** Classes of SQLSTATE for wrong data, broken constraints, and wrong statements. */
  private static final Set<String> ANSWERS = Set.of("22", "23", "42");

  private DatabaseOutage() {}

  /** Whether a failure, or one that it wraps, is one. */
  public static boolean isIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.length() < 2 || !ANSWERS.contains(state.substring(0, 2));
      }
    }
    return false;
  }
}
