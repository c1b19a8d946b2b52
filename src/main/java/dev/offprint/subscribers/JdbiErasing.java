package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Deleting those who did not confirm, and those who left, many at a time. */
final class JdbiErasing {
  private static final int PORTION = 500;

  /** Few enough that whoever comes back meanwhile waits for a moment only. */
  private static final int FORMER_PORTION = 200;

  private JdbiErasing() {}

  static int eraseUnconfirmed(Handle handle, Instant before, Standings.Asked asked) {
    JdbiRequests.deleteBefore(handle, before);
    long last = Long.MIN_VALUE;
    while (true) {
      List<Long> ids = new ArrayList<>(unconfirmed(handle, before, last));
      if (ids.isEmpty()) {
        return 0;
      }
      last = ids.getLast();
      ids.removeAll(asked.since(before, ids));
      if (!ids.isEmpty()) {
        return erase(handle, ids);
      }
    }
  }

  private static List<Long> unconfirmed(Handle handle, Instant before, long after) {
    return handle
        .createQuery(
            """
            select id from subscribers where status = 'PENDING' and created_at < :before and id > :after
            order by id fetch first :most rows only\
            """)
        .bind("before", Instants.argument(before))
        .bind("after", after)
        .bind("most", PORTION)
        .mapTo(Long.class)
        .list();
  }

  private static int erase(Handle handle, List<Long> ids) {
    handle
        .createUpdate(
            """
            delete from soft_bounces where address_key in (
              select address_key from subscribers where id in (<ids>))\
            """)
        .bindList("ids", ids)
        .execute();
    return handle
        // Asked again, because somebody may have confirmed meanwhile.
        .createUpdate("delete from subscribers where id in (<ids>) and status = 'PENDING'")
        .bindList("ids", ids)
        .execute();
  }

  /** As {@link Standings#forget}. */
  static int forgetFormer(
      Handle handle, JdbiStanding.Beside beside, Instant before, Standings.Counting counting) {
    List<Long> ids = left(handle, before);
    if (ids.isEmpty()) {
      return 0;
    }
    Map<Long, Standings.Sent> sent = counting.count(ids);
    for (long id : ids) {
      JdbiStanding.of(handle, beside, id)
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
        .bind("most", FORMER_PORTION)
        .mapTo(Long.class)
        .list();
  }
}
