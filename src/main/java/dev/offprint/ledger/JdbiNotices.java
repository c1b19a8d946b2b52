package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Mails to one subscriber that are no editions, in the table {@code deliveries}. */
final class JdbiNotices {
  private JdbiNotices() {}

  /** Writes one down, due at once. */
  static Delivery write(
      Handle handle, long subscriberId, Delivery.Kind kind, String messageId, Instant now) {
    long id =
        handle
            .createUpdate(
                """
                insert into deliveries (subscriber_id, kind, status, message_id, planned_at, next_attempt_at, attempts)
                values (:subscriber, :kind, 'PLANNED', :messageId, :now, :now, 0)\
                """)
            .bind("subscriber", subscriberId)
            .bind("kind", kind.name())
            .bind("messageId", messageId)
            .bind("now", Instants.argument(now))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    Delivery.Planning planning = Delivery.Planning.at(now);
    return new Delivery(
        id,
        subscriberId,
        kind,
        null,
        new Delivery.Progress(Delivery.Status.PLANNED, null, 0, planning.at(), null),
        messageId,
        planning);
  }

  /** Those of some subscribers who were asked to confirm at an instant or later. */
  static Set<Long> askedSince(Handle handle, Instant instant, Collection<Long> subscriberIds) {
    return subscriberIds.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                """
                select subscriber_id from deliveries where subscriber_id in (<ids>)
                  and kind = 'CONFIRMATION' and planned_at >= :instant\
                """)
            .bindList("ids", List.copyOf(subscriberIds))
            .bind("instant", Instants.argument(instant))
            .mapTo(Long.class)
            .set();
  }
}
