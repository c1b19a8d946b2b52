package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Taking deliveries that are due, so that no two callers get the same.
 *
 * <p>Candidates are looked up without a lock, and then locked by their keys: H2 would lock every
 * due row for a query that both sorts and locks, and hide them all from the other callers.
 */
final class JdbiClaimStore implements ClaimStore {
  // More than callers in the middle of a claim hold, whether they take one each or many.
  private static final int FEWEST_CANDIDATES = 16;
  private static final int TRIES = 4;

  /** From a first time on, or H2 goes through the empty ones: one for each mail that was sent. */
  static final String CANDIDATES =
      "select id from deliveries where next_attempt_at between :first and :now"
          + " order by next_attempt_at, id fetch first :candidates rows only";

  private final Jdbi jdbi;

  JdbiClaimStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Delivery> claim(String node, Instant now, int most) {
    return jdbi.inTransaction(
        handle ->
            JdbiSendingPause.since(handle).isPresent()
                ? List.of()
                : claim(handle, node, now, most));
  }

  private static List<Delivery> claim(Handle handle, String node, Instant now, int most) {
    List<Long> candidates =
        handle
            .createQuery(CANDIDATES)
            .bind("now", Instants.argument(now))
            .bind("first", Instants.argument(Instant.EPOCH))
            .bind("candidates", Math.max(FEWEST_CANDIDATES, TRIES * most))
            .mapTo(Long.class)
            .list();
    for (int from = 0; from < candidates.size(); from += most) {
      List<Long> ids = candidates.subList(from, Math.min(from + most, candidates.size()));
      Map<Long, Delivery> locked = lockFree(handle, ids, now);
      if (!locked.isEmpty()) {
        markSending(handle, locked.keySet(), node);
        return ids.stream()
            .filter(locked::containsKey)
            .map(id -> JdbiDeliveryRows.sending(Objects.requireNonNull(locked.get(id))))
            .toList();
      }
    }
    return List.of();
  }

  private static Map<Long, Delivery> lockFree(Handle handle, List<Long> ids, Instant now) {
    Map<Long, Delivery> free = new HashMap<>();
    handle
        .createQuery(
            JdbiDeliveryRows.SELECT
                + " where id in (<ids>) and next_attempt_at <= :now"
                + " for update skip locked")
        .bindList("ids", ids)
        .bind("now", Instants.argument(now))
        .map(new JdbiDeliveryRows())
        .forEach(delivery -> free.put(delivery.id(), delivery));
    return free;
  }

  private static void markSending(Handle handle, Set<Long> ids, String node) {
    handle
        .createUpdate(
            "update deliveries set status = 'SENDING', next_attempt_at = null, claimed_by = :node"
                + " where id in (<ids>)")
        .bind("node", node)
        .bindList("ids", List.copyOf(ids))
        .execute();
  }

  @Override
  public Optional<Instant> pausedSince() {
    return jdbi.withHandle(JdbiSendingPause::since);
  }

  @Override
  public boolean pause(Instant now) {
    return jdbi.inTransaction(handle -> JdbiSendingPause.begin(handle, now));
  }

  @Override
  public Optional<Instant> resume(Instant now) {
    return jdbi.inTransaction(handle -> JdbiSendingPause.end(handle, now));
  }

  @Override
  public Set<String> claimants() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct claimed_by from deliveries where status = 'SENDING' and"
                        + " claimed_by is not null")
                .mapTo(String.class)
                .set());
  }

  @Override
  public int release(String node) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update deliveries set status = case when attempts = 0 then 'PLANNED' else 'DEFERRED' end,
                      next_attempt_at = planned_at, claimed_by = null
                    where status = 'SENDING' and claimed_by = :node\
                    """)
                .bind("node", node)
                .execute());
  }
}
