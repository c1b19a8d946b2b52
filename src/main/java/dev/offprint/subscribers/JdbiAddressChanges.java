package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Addresses that subscribers want to be mailed at, in the table {@code address_changes}. */
final class JdbiAddressChanges {
  private JdbiAddressChanges() {}

  static Optional<Long> former(Handle handle, long subscriberId) {
    return handle
        .createQuery("select former_id from address_changes where subscriber_id = :id")
        .bind("id", subscriberId)
        .mapTo(Long.class)
        .findOne();
  }

  /** The last one that was asked for counts. */
  static void write(Handle handle, long subscriberId, long formerId) {
    handle
        .createUpdate("delete from address_changes where subscriber_id = :id")
        .bind("id", subscriberId)
        .execute();
    handle
        .createUpdate(
            "insert into address_changes (subscriber_id, former_id) values (:id, :former)")
        .bind("id", subscriberId)
        .bind("former", formerId)
        .execute();
  }

  /** Erases those who stand for an address of a subscriber alone. */
  static void erase(Handle handle, long formerId) {
    handle
        .createUpdate(
            """
            delete from subscribers where status = 'PENDING' and id in (
              select subscriber_id from address_changes where former_id = :id)\
            """)
        .bind("id", formerId)
        .execute();
  }

  static boolean isMovedSince(Handle handle, long subscriberId, Instant instant) {
    return handle
        .createQuery("select 1 from subscribers where id = :id and moved_at > :instant")
        .bind("id", subscriberId)
        .bind("instant", Instants.argument(instant))
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }
}
