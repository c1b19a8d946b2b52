package dev.offprint.sending;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A failure that comes back as long as its reason lasts, such as a full disk: told once, and again
 * when it is another or over. Safe for use by many threads.
 */
public final class RecurringFailure {
  private final Logger log;
  private final String what;
  private @Nullable String last;

  /**
   * A failure of one thing.
   *
   * @param what what failed and what becomes of it, in one line
   */
  public RecurringFailure(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  /** It failed. */
  public synchronized void happened(RuntimeException failure) {
    Throwable root = root(failure);
    String why = line(root);
    if (Objects.equals(last, why)) {
      log.debug("{}: {}", what, why, failure);
    } else if (isOfTheMachine(failure)) {
      log.error("{}: {}", what, why);
    } else {
      log.error("{}", what, failure);
    }
    last = why;
  }

  /** Why it failed the last time, in one line; empty when it did not. */
  public synchronized Optional<String> current() {
    return Optional.ofNullable(last);
  }

  /** It went well. */
  public synchronized void over() {
    if (last != null) {
      log.info("{}: no longer", what);
      last = null;
    }
  }

  /** Where the code failed does not matter when a disk or a database did. */
  private static boolean isOfTheMachine(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException || each instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String line(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return failure.getClass().getSimpleName() + ": " + message;
  }
}
