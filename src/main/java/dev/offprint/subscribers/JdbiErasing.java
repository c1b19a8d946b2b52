package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Deleting subscribers. Their likings and deliveries go with them, and with these the editions, as
 * the tables say; suppressions are by address and stay. What interests mean is kept by a digest of
 * their words, with neither the words nor whose they were, and stays for whoever has the same.
 */
final class JdbiErasing {
  private static final int PORTION = 500;

  private JdbiErasing() {}

  static void erase(Handle handle, long id) {
    forgetFailingDays(handle, List.of(id));
    handle.createUpdate("delete from subscribers where id = :id").bind("id", id).execute();
  }

  static int eraseUnconfirmed(Handle handle, Instant before) {
    List<Long> ids =
        handle
            .createQuery(
                """
                select s.id from subscribers s where s.status = 'PENDING' and s.created_at < :before
                  and not exists (select 1 from deliveries d where d.subscriber_id = s.id
                    and d.kind = 'CONFIRMATION' and d.planned_at >= :before)
                order by s.id fetch first :most rows only\
                """)
            .bind("before", Instants.argument(before))
            .bind("most", PORTION)
            .mapTo(Long.class)
            .list();
    if (ids.isEmpty()) {
      return 0;
    }
    forgetFailingDays(handle, ids);
    return handle
        // Asked again, because somebody may have confirmed meanwhile.
        .createUpdate("delete from subscribers where id in (<ids>) and status = 'PENDING'")
        .bindList("ids", ids)
        .execute();
  }

  private static void forgetFailingDays(Handle handle, List<Long> ids) {
    handle
        .createUpdate(
            """
            delete from soft_bounces where address_key in (
              select address_key from subscribers where id in (<ids>))\
            """)
        .bindList("ids", ids)
        .execute();
  }
}
