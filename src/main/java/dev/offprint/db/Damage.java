package dev.offprint.db;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
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

  /** Whether a failure is that the database's file could not be written to; in a few words. */
  public static Optional<String> unwritten(Throwable failure) {
    boolean isWriting = false;
    String why = "";
    for (Throwable each = failure; each != null; each = each.getCause()) {
      isWriting |=
          (each instanceof MVStoreException store
                  && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED)
              || (each instanceof SQLException sql
                  && (sql.getErrorCode() == ErrorCode.IO_EXCEPTION_1
                      || sql.getErrorCode() == ErrorCode.IO_EXCEPTION_2));
      if (each instanceof IOException && each.getMessage() != null) {
        why = each.getMessage();
      }
    }
    return isWriting ? Optional.of(why.isEmpty() ? "its disk may be full" : why) : Optional.empty();
  }

  /** Whether a failure is that the file takes no more, or that H2 has closed itself for that. */
  public static boolean hasStoppedWriting(Throwable failure) {
    return unwritten(failure).isPresent() || hasClosed(failure);
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
