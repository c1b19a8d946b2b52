package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Forgetting who left, many at a time. */
final class JdbiForgetting {
  /** Few enough that whoever comes back meanwhile waits for a moment only. */
  private static final int PORTION = 200;

  private final JdbiFormerSubscribers former;

  JdbiForgetting(JdbiFormerSubscribers former) {
    this.former = former;
  }

  int forget(Handle handle, Instant before, Standings.Counting counting) {
    List<Long> ids = left(handle, before);
    if (ids.isEmpty()) {
      return 0;
    }
    Map<Long, Standings.Sent> sent = counting.count(ids);
    for (long id : ids) {
      JdbiStanding.of(handle, id, former)
          .ifPresentOrElse(
              standing -> standing.forget(sent.getOrDefault(id, Standings.Sent.NOTHING)),
              // A row that cannot be read names no address to hash.
              () -> handle.execute("delete from subscribers where id = ?", id));
    }
    return ids.size();
  }

  /** Who asked for editions since is not among them, until that is forgotten. */
  private static List<Long> left(Handle handle, Instant before) {
    return handle
        .createQuery(
            """
            select gone.id from subscribers gone
            left join suppressions reason on reason.address_key = gone.address_key
            where gone.status in ('UNSUBSCRIBED', 'SUPPRESSED')
              and coalesce(reason.created_at, gone.created_at) < :before
              and not exists (select 1 from requests asked where asked.subscriber_id = gone.id)
            order by gone.id fetch first :most rows only\
            """)
        .bind("before", Instants.argument(before))
        .bind("most", PORTION)
        .mapTo(Long.class)
        .list();
  }
}
