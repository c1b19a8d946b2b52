package dev.offprint.outbox;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was sent, of several connections in one transaction where they come together.
 * Whoever tells it waits until it is written, so that a connection takes no further message before.
 */
final class SentTogether {
  private final Ledger ledger;
  private final InstantSource clock;
  private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  SentTogether(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** One message that has left; only touched by whoever holds the lock. */
  private static final class Told {
    private final long id;
    private final String response;
    private boolean isWritten;
    private @Nullable RuntimeException failure;

    Told(long id, String response) {
      this.id = id;
      this.response = response;
    }
  }

  /**
   * Returns once it is written.
   *
   * @throws RuntimeException when the ledger cannot be written
   */
  void sent(long id, String response) {
    Told mine = new Told(id, response);
    told.add(mine);
    writing.lock();
    try {
      // While this one waited for the lock, another may have written it with its own.
      if (!mine.isWritten && mine.failure == null) {
        writeAll();
      }
    } finally {
      writing.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
  }

  /** How many are told and not yet being written. */
  int waiting() {
    return told.size();
  }

  private void writeAll() {
    Map<Long, Told> group = new HashMap<>();
    for (Told next = told.poll(); next != null; next = told.poll()) {
      group.put(next.id, next);
    }
    Map<Long, String> responses = new HashMap<>();
    group.forEach((id, each) -> responses.put(id, each.response));
    try {
      ledger.sent(responses, clock.instant());
      group.values().forEach(each -> each.isWritten = true);
    } catch (RuntimeException e) {
      group.values().forEach(each -> each.failure = e);
    }
  }
}
