package dev.offprint.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a row that is there already from every other failure of the database. */
public final class UniqueViolation {
  /** In the SQL standard, and so in both databases. */
  private static final String STATE = "23505";

  private UniqueViolation() {}

  /** Whether this failure, one that it wraps, or one row of a batch broke a unique constraint. */
  public static boolean in(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (STATE.equals(sql.getSQLState())
              || (sql.getNextException() != null
                  && STATE.equals(sql.getNextException().getSQLState())))) {
        return true;
      }
    }
    return false;
  }
}
