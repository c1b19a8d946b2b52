package dev.offprint.ledger;

import dev.offprint.papers.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What planning reads and writes of the ledger. Every method is one transaction. */
public interface PlanStore extends PlanWriter {
  /**
   * The same, but editions are claimed at once, for a node that then sends them. Those that have to
   * be read anew before they are sent are not, and are due.
   */
  WrittenBatch claim(PlannedBatch plans, Delivery.Planning planning, String node);

  /** The revision of the papers by now, see {@link WrittenBatch#revision}. */
  long revision();

  /**
   * Plans an edition once more that was sent or has failed, due at once, with its papers and a
   * Message-ID of its own: mailboxes hide a second mail that has the same. Any other is left alone.
   *
   * @param why what the ledger says of it
   * @return whether it is planned
   */
  boolean again(Delivery edition, String why, Instant now);

  /**
   * What is known of subscribers' editions of a day and of later ones; whoever has none is left
   * out.
   */
  Map<Long, History> histories(Collection<Long> subscriberIds, LocalDate since);

  /** The papers that a subscriber was sent or is about to be sent. */
  Set<PaperId> sentTo(long subscriberId);
}
