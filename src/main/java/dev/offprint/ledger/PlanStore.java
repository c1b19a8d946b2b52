package dev.offprint.ledger;

import dev.offprint.papers.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What planning reads and writes of the ledger. Every method is one transaction. */
public interface PlanStore {
  /**
   * Writes down a day for many subscribers: editions, due at once, and skipped days.
   *
   * @return the subscribers who gained a row; not those who have one for that day already, and not
   *     those who were sent one of the papers meanwhile, under whatever id
   */
  Set<Long> plan(PlannedBatch plans, Delivery.Planning planning);

  /**
   * Plans an edition once more that was sent or has failed, due at once, with its papers and a
   * Message-ID of its own: mailboxes hide a second mail that has the same. Any other is left alone.
   *
   * @param why what the ledger says of it
   * @return whether it is planned
   */
  boolean again(long id, String why, Instant now);

  /**
   * What is known of subscribers' editions of a day and of later ones; whoever has none is left
   * out.
   */
  Map<Long, History> histories(Collection<Long> subscriberIds, LocalDate since);

  /** The papers that a subscriber was sent or is about to be sent. */
  Set<PaperId> sentTo(long subscriberId);
}
