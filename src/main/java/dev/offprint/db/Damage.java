package dev.offprint.db;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** A database file that is damaged, as told from other reasons why something failed. */
public final class Damage {
  /** What it means and what to do, in one line. */
  public static final String REMEDY =
      "its file is damaged. Stop all of Offprint, keep a copy of the file, and put it back from a"
          + " backup; what was sent since then may be sent again";

  private Damage() {}

  /**
   * Whether a failure at opening says that what describes the tables makes no sense: a value out of
   * range, or a general error of the driver.
   */
  static boolean isNonsense(Throwable failure) {
    return failure instanceof RuntimeException
        || (failure instanceof SQLException sql
            && String.valueOf(sql.getSQLState()).matches("22.*|HY000"));
  }

  /** Whether a failure is that the database was closed. */
  static boolean hasClosed(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED) {
        return true;
      }
    }
    return false;
  }

  /** Whether a failure comes from a damaged file. */
  public static boolean isIn(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if ((each instanceof MVStoreException store
              && store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT)
          || (each instanceof SQLException sql
              && sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1)) {
        return true;
      }
    }
    return false;
  }
}
