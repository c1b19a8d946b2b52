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
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what an H2 file holds of rows that are gone or were written anew, while it is in use.
 * H2 does so by itself only where it may write commits late, which would lose them at a crash.
 */
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

  /** Smaller files are not worth it. */
  private static final long LEAST_BYTES = 64L << 20;

  private static final int MOVED_BYTES = 16 << 20;
  private static final int MOST_MOVES = 1_000;

  /** The share of a file that is in use which is aimed at, and that is good enough, in percent. */
  private static final int WANTED = 95;

  private static final int GOOD = 90;

  private final Path file;

  Compaction(Path file) {
    this.file = file;
  }

  /**
   * Compacts the file, if this process is the one that has it open.
   *
   * @param least the share of the file that is in use, in percent, above which it is left as it is
   * @param limit how long it may take, about
   */
  void run(Connection connection, int least, Duration limit) throws SQLException, IOException {
    Optional<MVStore> opened = store(connection);
    if (opened.isEmpty() || Files.size(file) < LEAST_BYTES) {
      return;
    }
    MVStore store = opened.get();
    if (store.getFileStore() instanceof RandomAccessStore files
        && Math.min(store.getFillRate(), files.getChunksFillRate()) < least) {
      long before = Files.size(file);
      LOG.info("compacting the database file of {} MB", before >> 20);
      int retention = files.getRetentionTime();
      try {
        compact(store, files, limit);
      } catch (MVStoreException e) {
        // Nothing is lost by that; the next time may go better.
        LOG.warn("compacting the database file did not end: {}", e.getMessage());
      } finally {
        files.setRetentionTime(retention);
      }
      LOG.info("the database file has {} MB now", Files.size(file) >> 20);
    }
  }

  /** Writes what is in use of half-empty pieces anew, then moves pieces to the front. */
  private static void compact(MVStore store, RandomAccessStore files, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    store.compactFile(Math.toIntExact(limit.toMillis()));
    files.setRetentionTime(0);
    int before = -1;
    for (int move = 0; move < MOST_MOVES && System.nanoTime() < end; move++) {
      int fill = store.getFillRate();
      if (fill >= GOOD || fill == before) {
        return;
      }
      before = fill;
      files.compactMoveChunks(WANTED, MOVED_BYTES, store);
      // Only then the end of the file is given back.
      store.commit();
    }
  }

  private static Optional<MVStore> store(Connection connection) throws SQLException {
    return connection.isWrapperFor(JdbcConnection.class)
            && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
        ? Optional.of(session.getDatabase().getStore().getMvStore())
        : Optional.empty();
  }
}
