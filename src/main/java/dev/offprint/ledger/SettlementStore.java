package dev.offprint.ledger;

import java.time.Instant;
import java.util.Map;

/** Writing down what became of deliveries. Every method is one transaction. */
public interface SettlementStore {
  /**
   * Settles deliveries as sent, whatever happened to their claims: they have left.
   *
   * @param responses what the relay said to each, by the ids
   */
  void sent(Map<Long, String> responses, Instant now);

  /** Puts a claimed delivery back until {@code nextAttempt} and counts the attempt. */
  void deferred(long id, String why, Instant nextAttempt);

  /**
   * Puts a claimed delivery back until {@code nextAttempt} without counting an attempt, because it
   * was not judged.
   */
  void putBack(long id, String why, Instant nextAttempt);

  /** Settles a claimed delivery as failed for good. */
  void failed(long id, String why, Instant now);

  /** Settles a claimed delivery as failed without another attempt, because its time is over. */
  void expired(long id, String why, Instant now);

  /**
   * Settles a claimed delivery as not to be sent. Its papers are free again: the subscriber has not
   * seen them.
   */
  void skipped(long id, String why, Instant now);

  /**
   * Plans anew a delivery that has failed, due at once, with its papers and its Message-ID; any
   * other is left alone.
   *
   * @return whether it had failed
   */
  boolean retry(long id, Instant now);

  /**
   * Makes a delivery that waits for its next attempt due at once; a settled or claimed one is left
   * alone.
   */
  void hasten(long id, Instant now);
}
