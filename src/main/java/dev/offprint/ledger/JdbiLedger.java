package dev.offprint.ledger;

import dev.offprint.papers.PaperStore;
import org.jdbi.v3.core.Jdbi;

/** Makes the ledger of a database's tables {@code deliveries} and {@code editions}. */
public final class JdbiLedger {
  private JdbiLedger() {}

  /**
   * A ledger.
   *
   * @param messageIds makes those of new deliveries
   */
  public static Ledger of(Jdbi jdbi, PaperStore papers, MessageIds messageIds) {
    return new Ledger(
        new JdbiPlanStore(jdbi, papers, messageIds),
        new JdbiClaimStore(jdbi),
        new JdbiSettlementStore(jdbi),
        new JdbiDeliveryStore(jdbi, papers),
        new JdbiNoticeStore(jdbi, messageIds),
        new JdbiReturnStore(jdbi, messageIds),
        new JdbiRetentionStore(jdbi));
  }
}
