package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** What became of deliveries, in the table {@code deliveries}. */
final class JdbiSettlementStore implements SettlementStore {
  private static final String SETTLE =
      """
      update deliveries set status = :status, reason = :why, settled_at = :now, next_attempt_at = null,
        attempts = attempts + :attempts, claimed_by = null
      where id = :id\
      """;

  private final Jdbi jdbi;

  JdbiSettlementStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void sent(Map<Long, String> responses, Instant now) {
    jdbi.useTransaction(
        handle -> {
          // It may be told twice, and have come back meanwhile.
          PreparedBatch batch =
              handle.prepareBatch(SETTLE + " and status in ('PLANNED', 'SENDING', 'DEFERRED')");
          // In order, so that two writers wait for each other and do not deadlock.
          new TreeMap<>(responses)
              .forEach(
                  (id, response) -> bind(batch, id, Delivery.Status.SENT, response, now, 1).add());
          batch.execute();
        });
  }

  @Override
  public void failed(long id, String why, Instant now) {
    jdbi.useHandle(handle -> settle(handle, id, Delivery.Status.FAILED, why, now, 1));
  }

  @Override
  public void expired(long id, String why, Instant now) {
    jdbi.useHandle(handle -> settle(handle, id, Delivery.Status.FAILED, why, now, 0));
  }

  @Override
  public void skipped(long id, String why, Instant now) {
    jdbi.useTransaction(
        handle -> {
          settle(handle, id, Delivery.Status.SKIPPED, why, now, 0);
          JdbiEditions.delete(handle, id);
        });
  }

  private static void settle(
      Handle handle, long id, Delivery.Status status, String why, Instant now, int attempts) {
    bind(handle.createUpdate(SETTLE), id, status, why, now, attempts).execute();
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, long id, Delivery.Status status, String why, Instant now, int attempts) {
    return statement
        .bind("status", status.name())
        .bind("why", why)
        .bind("now", Instants.argument(now))
        .bind("attempts", attempts)
        .bind("id", id);
  }

  @Override
  public void deferred(long id, String why, Instant nextAttempt) {
    await(id, why, nextAttempt, 1);
  }

  @Override
  public void putBack(long id, String why, Instant nextAttempt) {
    await(id, why, nextAttempt, 0);
  }

  private void await(long id, String why, Instant nextAttempt, int attempts) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update deliveries set status = case when attempts + :attempts = 0 then 'PLANNED' else 'DEFERRED' end,
                      reason = :why, next_attempt_at = :next, attempts = attempts + :attempts, claimed_by = null
                    where id = :id and status = 'SENDING'\
                    """)
                .bind("attempts", attempts)
                .bind("why", why)
                .bind("next", Instants.argument(nextAttempt))
                .bind("id", id)
                .execute());
  }

  @Override
  public boolean retry(long id, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update deliveries set status = 'PLANNED', reason = null, planned_at = :now, next_attempt_at = :now,
                          settled_at = null, attempts = 0
                        where id = :id and status = 'FAILED'\
                        """)
                    .bind("now", Instants.argument(now))
                    .bind("id", id)
                    .execute())
        == 1;
  }

  @Override
  public void hasten(long id, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update deliveries set next_attempt_at = :now
                    where id = :id and status in ('PLANNED', 'DEFERRED') and next_attempt_at > :now\
                    """)
                .bind("now", Instants.argument(now))
                .bind("id", id)
                .execute());
  }
}
