package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes down what became of deliveries, in the table {@code deliveries}. */
final class JdbiSettlements {
  private static final String SETTLE =
      """
      update deliveries set status = :status, reason = :why, settled_at = :now, next_attempt_at = null,
        attempts = attempts + :attempts, claimed_by = null
      where id = :id\
      """;

  private JdbiSettlements() {}

  /** Those that have left, whatever happened to their claims; what the relay said, by their ids. */
  static void sent(Handle handle, Map<Long, String> responses, Instant now) {
    // It may be told twice, and have come back meanwhile.
    PreparedBatch batch =
        handle.prepareBatch(SETTLE + " and status in ('PLANNED', 'SENDING', 'DEFERRED')");
    // In order, so that two writers wait for each other and do not deadlock.
    new TreeMap<>(responses)
        .forEach((id, response) -> bind(batch, id, Delivery.Status.SENT, response, now, 1).add());
    batch.execute();
  }

  /** One that is settled otherwise. */
  static void settle(
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

  /** One that is claimed waits for another attempt. */
  static void await(Handle handle, long id, String why, Instant nextAttempt, int attempts) {
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
        .execute();
  }

  /** One that has failed is due at once; says whether it had. */
  static boolean retry(Handle handle, long id, Instant now) {
    return handle
            .createUpdate(
                """
                update deliveries set status = 'PLANNED', reason = null, planned_at = :now, next_attempt_at = :now,
                  settled_at = null, attempts = 0
                where id = :id and status = 'FAILED'\
                """)
            .bind("now", Instants.argument(now))
            .bind("id", id)
            .execute()
        == 1;
  }

  /** One that waits is due at once. */
  static void hasten(Handle handle, long id, Instant now) {
    handle
        .createUpdate(
            """
            update deliveries set next_attempt_at = :now
            where id = :id and status in ('PLANNED', 'DEFERRED') and next_attempt_at > :now\
            """)
        .bind("now", Instants.argument(now))
        .bind("id", id)
        .execute();
  }

  /** One that was sent came back; when it was settled stays, as that is when it was sent. */
  static boolean returned(Handle handle, long id, Delivery.Status status, String why) {
    return handle
            .createUpdate(
                "update deliveries set status = :status, reason = :why where id = :id and status ="
                    + " 'SENT'")
            .bind("status", status.name())
            .bind("why", why)
            .bind("id", id)
            .execute()
        > 0;
  }
}
