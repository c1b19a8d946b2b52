package dev.offprint.papers;

import org.jdbi.v3.core.Handle;

/**
 * The number of what one transaction changes: higher than all before it, because the transaction
 * has the turn that is kept in the same row. It follows the clock in milliseconds, so that a
 * database that was put back to an earlier state does not give a number twice.
 */
final class JdbiRevision {
  private static final String MILLISECONDS =
      "cast(extract(epoch from current_timestamp) * 1000 as bigint)";

  private final Handle handle;
  private long taken;

  JdbiRevision(Handle handle) {
    this.handle = handle;
  }

  static long latest(Handle handle) {
    return handle.select("select revision from paper_intake where id = 1").mapTo(long.class).one();
  }

  /** Raised at the first call. */
  long take() {
    if (taken == 0) {
      handle.execute(
          "update paper_intake set revision = greatest(revision + 1, "
              + MILLISECONDS
              + ") where id = 1");
      taken = latest(handle);
    }
    return taken;
  }
}
