package dev.offprint.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The database cannot be used; the message is one line that says what to do. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String url, Exception cause) {
    super(
        "cannot open the database " + url.replaceFirst("[;?].*", "") + ": " + rootMessage(cause),
        cause);
  }

  DatabaseUnavailable(Path data, IOException cause) {
    super(
        "cannot use the data folder "
            + data
            + ": "
            + (cause instanceof AccessDeniedException ? "permission denied" : cause.getMessage())
            + ". Give a folder that this user can write to with --data.",
        cause);
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.lines().findFirst().orElse(message);
  }
}
