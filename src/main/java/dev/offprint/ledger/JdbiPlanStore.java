package dev.offprint.ledger;

import dev.offprint.papers.PaperId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Plans in the tables {@code deliveries} and {@code editions}. */
final class JdbiPlanStore implements PlanStore {
  private final Jdbi jdbi;
  private final MessageIds messageIds;

  JdbiPlanStore(Jdbi jdbi, MessageIds messageIds) {
    this.jdbi = jdbi;
    this.messageIds = messageIds;
  }

  @Override
  public Set<Long> plan(PlannedBatch plans, Delivery.Planning planning) {
    return jdbi.inTransaction(
        handle -> new JdbiPlannedBatch(handle, messageIds, planning).write(plans));
  }

  @Override
  public Map<Long, History> histories(Collection<Long> subscriberIds, LocalDate since) {
    return jdbi.withHandle(handle -> JdbiHistories.of(handle, subscriberIds, since));
  }

  @Override
  public Set<PaperId> sentTo(long subscriberId) {
    return jdbi.withHandle(handle -> JdbiHistories.sentTo(handle, subscriberId));
  }
}
