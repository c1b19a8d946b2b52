package dev.offprint.ledger;

import dev.offprint.db.ExclusiveLock;
import dev.offprint.db.Instants;
import dev.offprint.subscribers.Standings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Deleting what the ledger is no longer to tell of, and remembering since when it is whole.
 *
 * <p>An edition goes only when both its day and its settling are past: then every row that planning
 * a later day looks for is there, also when somebody had a far day sent by hand.
 */
final class JdbiRetentionStore implements RetentionStore {
  /** Few enough that whoever plans waits for a second at most. */
  static final int PORTION = 2_000;

  private final Jdbi jdbi;

  JdbiRetentionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public int forget(Instant before) {
    return jdbi.inTransaction(handle -> forget(handle, before));
  }

  /** The papers go with their deliveries. */
  private static int forget(Handle handle, Instant before) {
    LocalDate day = LocalDate.ofInstant(before, ZoneOffset.UTC);
    List<Long> editions =
        handle
            .createQuery(
                "select id from deliveries where edition_day < :day and settled_at < :before"
                    + " fetch first :most rows only")
            .bind("day", day)
            .bind("before", Instants.argument(before))
            .bind("most", PORTION)
            .mapTo(Long.class)
            .list();
    if (editions.isEmpty()) {
      return delete(handle, notices(handle, before), before);
    }
    // Who plans has either seen these rows by now, or will see that they are gone.
    ExclusiveLock.PLANNING.await(handle);
    handle
        .createUpdate(
            "update ledger_start set first_day = :day where first_day is null or first_day < :day")
        .bind("day", day)
        .execute();
    return delete(handle, editions, before);
  }

  private static List<Long> notices(Handle handle, Instant before) {
    return handle
        .createQuery(
            "select id from deliveries where edition_day is null and settled_at < :before"
                + " fetch first :most rows only")
        .bind("before", Instants.argument(before))
        .bind("most", PORTION)
        .mapTo(Long.class)
        .list();
  }

  private static int delete(Handle handle, List<Long> ids, Instant before) {
    return ids.isEmpty()
        ? 0
        : handle
            // Asked again, because somebody may have had one of them sent anew.
            .createUpdate("delete from deliveries where id in (<ids>) and settled_at < :before")
            .bindList("ids", ids)
            .bind("before", Instants.argument(before))
            .execute();
  }

  @Override
  public Map<Long, Standings.Sent> countForgotten(Collection<Long> subscriberIds) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  merge into forgotten_deliveries known using (
                    select coalesce(edition_day, cast(planned_at as date)) as counted_day, status,
                      count(*) as n
                    from deliveries where subscriber_id in (<ids>)
                    group by coalesce(edition_day, cast(planned_at as date)), status) more
                  on known.counted_day = more.counted_day and known.status = more.status
                  when matched then update set deliveries = known.deliveries + more.n
                  when not matched then insert (counted_day, status, deliveries)
                    values (more.counted_day, more.status, more.n)\
                  """)
              .bindList("ids", subscriberIds)
              .execute();
          Map<Long, Standings.Sent> sent = new HashMap<>();
          handle
              .createQuery(
                  """
                  select subscriber_id, count(*) as mails, cast(max(settled_at) as date) as latest
                  from deliveries where subscriber_id in (<ids>)
                    and status in ('SENT', 'BOUNCED', 'COMPLAINED')
                  group by subscriber_id\
                  """)
              .bindList("ids", subscriberIds)
              .map(
                  (row, context) ->
                      Map.entry(
                          row.getLong("subscriber_id"),
                          new Standings.Sent(
                              row.getInt("mails"), row.getObject("latest", LocalDate.class))))
              .forEach(entry -> sent.put(entry.getKey(), entry.getValue()));
          return sent;
        });
  }

  /** The first day of which every edition is there; empty when none was ever forgotten. */
  static Optional<LocalDate> retainedSince(Handle handle) {
    return handle
        .createQuery("select first_day from ledger_start where first_day is not null")
        .mapTo(LocalDate.class)
        .findOne();
  }
}
