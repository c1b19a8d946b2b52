package dev.offprint.ledger;

import dev.offprint.db.Instants;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Plans in the tables {@code deliveries} and {@code editions}. */
final class JdbiPlanStore implements PlanStore {
  private final Jdbi jdbi;
  private final PaperStore papers;
  private final MessageIds messageIds;

  JdbiPlanStore(Jdbi jdbi, PaperStore papers, MessageIds messageIds) {
    this.jdbi = jdbi;
    this.papers = papers;
    this.messageIds = messageIds;
  }

  @Override
  public Set<Long> plan(PlannedBatch plans, Delivery.Planning planning) {
    return write(plans, planning, null).subscribers();
  }

  @Override
  public long revision() {
    return papers.revision();
  }

  @Override
  public WrittenBatch claim(PlannedBatch plans, Delivery.Planning planning, String node) {
    return write(plans, planning, node);
  }

  private WrittenBatch write(
      PlannedBatch plans, Delivery.Planning planning, @Nullable String node) {
    // Before anything is looked up: what is joined later has a higher one.
    long revision = revision();
    return jdbi.inTransaction(
        handle -> new JdbiPlannedBatch(handle, messageIds, planning, node).write(plans, revision));
  }

  @Override
  public boolean again(Delivery edition, String why, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update deliveries set status = 'PLANNED', reason = :why, message_id = :message_id,
                          planned_at = :now, next_attempt_at = :now, settled_at = null, attempts = 0
                        where id = :id and kind = 'EDITION' and status in ('SENT', 'BOUNCED', 'FAILED')\
                        """)
                    .bind("why", why)
                    .bind("message_id", messageIds.next(edition.subscriberId()))
                    .bind("now", Instants.argument(now))
                    .bind("id", edition.id())
                    .execute())
        == 1;
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
