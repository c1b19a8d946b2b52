package dev.offprint.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Taking what is due, so that no two senders get the same. Every method is one transaction. */
public interface ClaimStore {
  /**
   * Takes the deliveries whose attempts are due longest, longest first, and marks them {@code
   * SENDING} for this node. Two callers, in one process or in two, never get the same one. While
   * sending is paused there are none.
   *
   * @param most how many are taken
   */
  List<Delivery> claim(String node, Instant now, int most);

  /**
   * Makes due again what this node had claimed when it was killed, before all others, as those were
   * due longest; says how many.
   */
  int release(String node);

  /** The names of all nodes that have claimed something. */
  Set<String> claimants();

  /** Since when nothing is sent from this database, because the operator says so. */
  Optional<Instant> pausedSince();

  /**
   * Has nothing sent from this database, by whatever process, until it is resumed.
   *
   * @return false when that was so already
   */
  boolean pause(Instant now);

  /**
   * Ends that, and writes it down at what has waited meanwhile.
   *
   * @return since when it was so; empty when it was not
   */
  Optional<Instant> resume(Instant now);
}
