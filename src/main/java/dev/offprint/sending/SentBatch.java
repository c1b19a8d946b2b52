package dev.offprint.sending;

import dev.offprint.ledger.SettlementStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes down what was sent: each at once in the {@link SentJournal}, so that its connection can
 * take the next message, and many in one transaction of the ledger.
 */
final class SentBatch {
  /** As many as a claim takes, so that about one transaction of each kind comes to the other. */
  static final int AT_ONCE = 300;

  /** A few hundred KB, read in a moment after a crash. */
  private static final int MOST_JOURNALED = 20 * AT_ONCE;

  private final SettlementStore settlements;
  private final InstantSource clock;
  private final SentJournal journal;
  private final int atOnce;
  private final Map<Long, String> waiting = new HashMap<>();
  // Transactions under way, and lines since the journal was empty.
  private int writing;
  private int journaled;

  /**
   * A batch with nothing in it.
   *
   * @param atOnce how many are written down in one transaction
   */
  SentBatch(SettlementStore settlements, InstantSource clock, SentJournal journal, int atOnce) {
    this.atOnce = atOnce;
    this.settlements = settlements;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Returns once it outlives the process.
   *
   * @throws RuntimeException when neither the journal nor the ledger can be written
   */
  void sent(long id, String response) {
    Map<Long, String> batch;
    synchronized (this) {
      waiting.put(id, response);
      boolean kept = keep(id, response);
      // What goes into the ledger alone cannot wait for another transaction.
      boolean isOthersTurn = writing > 0 && atOnce > 1;
      if (kept && (waiting.size() < atOnce || isOthersTurn)) {
        return;
      }
      batch = Map.copyOf(waiting);
      waiting.clear();
      writing++;
    }
    // The others go on meanwhile: the journal has theirs.
    settlements.sent(batch, clock.instant());
    written();
  }

  /** The journal is emptied when the ledger has all of it, which is seen to if it grows long. */
  private synchronized void written() {
    writing--;
    if (writing == 0 && (waiting.isEmpty() || journaled >= MOST_JOURNALED)) {
      settle();
    }
  }

  /** Without a journal, on a full disk perhaps, the ledger alone has to do. */
  private boolean keep(long id, String response) {
    try {
      journal.add(id, response);
      journaled++;
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Brings the ledger up to date; to be called when nobody is on the wire.
   *
   * @throws RuntimeException when it cannot be written; then the journal still has all of it
   */
  synchronized void settle() {
    if (!waiting.isEmpty()) {
      settlements.sent(Map.copyOf(waiting), clock.instant());
      waiting.clear();
    }
    clear(journal);
    journaled = 0;
  }

  /** Brings into the ledger what a process left in its journal that died. */
  static int recover(SettlementStore settlements, InstantSource clock, SentJournal journal) {
    try {
      Map<Long, String> left = journal.read();
      if (!left.isEmpty()) {
        settlements.sent(left, clock.instant());
      }
      clear(journal);
      return left.size();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of what was sent cannot be read", e);
    }
  }

  private static void clear(SentJournal journal) {
    try {
      journal.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of what was sent cannot be emptied", e);
    }
  }
}
