package dev.offprint.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes room that rows left which are gone, or were written anew, usable again in an H2 file, while
 * it is in use: pieces of which little is in use are written anew. H2 does so by itself only where
 * it may write commits late, which would lose them at a crash.
 */
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

  /** Smaller files are not worth it. */
  private static final long LEAST_BYTES = 64L << 20;

  /** In one go, in which others wait to write. */
  private static final int PORTION_BYTES = 16 << 20;

  /** After so many it is looked whether that gains anything. */
  private static final int PORTIONS = 5;

  /** The share of what is in use, in percent, up to which pieces are written anew. */
  private static final int WANTED = 93;

  private final Path file;

  Compaction(Path file) {
    this.file = file;
  }

  /**
   * Compacts the file, if this process is the one that has it open.
   *
   * @param least the share of its pieces that is in use, in percent, above which it is left alone
   * @param limit how long it may take, about
   * @return the share afterwards; empty when it was left alone
   */
  Optional<Integer> run(Connection connection, int least, Duration limit)
      throws SQLException, IOException {
    Optional<MVStore> opened = store(connection);
    if (opened.isEmpty() || Files.size(file) < LEAST_BYTES) {
      return Optional.empty();
    }
    MVStore store = opened.get();
    int before = store.getFileStore().getChunksFillRate();
    if (before >= least) {
      return Optional.empty();
    }
    long end = System.nanoTime() + limit.toNanos();
    int after = before;
    try {
      for (int gained = 1; gained > 0 && System.nanoTime() < end; ) {
        int sofar = after;
        for (int portion = 0; portion < PORTIONS; portion++) {
          boolean _ = store.compact(WANTED, PORTION_BYTES);
          // What was written anew is dropped where it was.
          store.commit();
        }
        after = store.getFileStore().getChunksFillRate();
        gained = after - sofar;
      }
    } catch (MVStoreException e) {
      // Nothing is lost by that; the next time may go better.
      LOG.warn("compacting the database file did not end: {}", e.getMessage());
    }
    LOG.info(
        "of what the database file's {} MB hold, {} % was in use, and {} % is now",
        Files.size(file) >> 20, before, after);
    return Optional.of(after);
  }

  private static Optional<MVStore> store(Connection connection) throws SQLException {
    return connection.isWrapperFor(JdbcConnection.class)
            && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
        ? Optional.of(session.getDatabase().getStore().getMvStore())
        : Optional.empty();
  }
}
