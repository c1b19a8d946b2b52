package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Deleting those who did not confirm, many at a time. */
final class JdbiErasing {
  private static final int PORTION = 500;

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
}
