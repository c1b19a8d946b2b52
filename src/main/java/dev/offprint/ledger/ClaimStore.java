package dev.offprint.ledger;

import java.time.Instant;
import java.util.List;

/** Taking what is due, so that no two senders get the same. Every method is one transaction. */
public interface ClaimStore {
  /**
   * Takes the deliveries whose attempts are due longest, longest first, and marks them {@code
   * SENDING} for this node. Two callers, in one process or in two, never get the same one.
   *
   * @param most how many are taken
   */
  List<Delivery> claim(String node, Instant now, int most);

  /**
   * Makes due again what this node had claimed when it was killed, before all others, as those were
   * due longest; says how many.
   */
  int release(String node);
}
