package dev.offprint.outbox;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Taking deliveries that are due, so that no two callers get the same.
 *
 * <p>Candidates are looked up without a lock, and the first that is free is locked by its key: H2
 * would lock every due row for a query that both sorts and locks, and hide them all from the other
 * callers.
 */
final class JdbiClaims {
  /** More than there are callers in the middle of a claim: each connection has one. */
  private static final int CANDIDATES = 64;

  private JdbiClaims() {}

  static Optional<Delivery> claim(Handle handle, String node, Instant now) {
    List<Long> candidates =
        handle
            .createQuery(
                "select id from deliveries where next_attempt_at <= :now"
                    + " order by next_attempt_at, id fetch first :candidates rows only")
            .bind("now", Instants.argument(now))
            .bind("candidates", CANDIDATES)
            .mapTo(Long.class)
            .list();
    for (long id : candidates) {
      Optional<Delivery> locked = lockIfFree(handle, id, now);
      if (locked.isPresent()) {
        markSending(handle, id, node);
        return locked.map(JdbiDeliveryRows::sending);
      }
    }
    return Optional.empty();
  }

  private static Optional<Delivery> lockIfFree(Handle handle, long id, Instant now) {
    return handle
        .createQuery(
            "select "
                + JdbiDeliveryRows.COLUMNS
                + " from deliveries where id = :id and next_attempt_at <= :now"
                + " for update skip locked")
        .bind("id", id)
        .bind("now", Instants.argument(now))
        .map(new JdbiDeliveryRows())
        .findOne();
  }

  private static void markSending(Handle handle, long id, String node) {
    handle
        .createUpdate(
            "update deliveries set status = 'SENDING', next_attempt_at = null, claimed_by = :node"
                + " where id = :id")
        .bind("node", node)
        .bind("id", id)
        .execute();
  }

  static int release(Handle handle, String node, Instant now) {
    return handle
        .createUpdate(
            "update deliveries set status = case when attempts = 0 then 'PLANNED' else 'DEFERRED'"
                + " end, next_attempt_at = :now, claimed_by = null where status = 'SENDING' and"
                + " claimed_by = :node")
        .bind("now", Instants.argument(now))
        .bind("node", node)
        .execute();
  }
}
