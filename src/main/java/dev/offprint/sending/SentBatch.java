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

  private final SettlementStore settlements;
  private final InstantSource clock;
  private final SentJournal journal;
  private final int atOnce;
  private final Map<Long, String> waiting = new HashMap<>();

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
  synchronized void sent(long id, String response) {
    waiting.put(id, response);
    boolean kept = keep(id, response);
    if (!kept || waiting.size() >= atOnce) {
      settle();
    }
  }

  /** Without a journal, on a full disk perhaps, the ledger alone has to do. */
  private boolean keep(long id, String response) {
    try {
      journal.add(id, response);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Brings the ledger up to date.
   *
   * @throws RuntimeException when it cannot be written; then the journal still has all of it
   */
  synchronized void settle() {
    if (waiting.isEmpty()) {
      return;
    }
    settlements.sent(waiting, clock.instant());
    waiting.clear();
    clear(journal);
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
