package dev.offprint.outbox;

import dev.offprint.db.Instants;
import dev.offprint.digests.Edition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes a day of many subscribers, each kind of row in one batch. */
final class JdbiDayPlans {
  private final Handle handle;
  private final MessageIds messageIds;
  private final Delivery.Planning planning;

  JdbiDayPlans(Handle handle, MessageIds messageIds, Delivery.Planning planning) {
    this.handle = handle;
    this.messageIds = messageIds;
    this.planning = planning;
  }

  /**
   * Writes all of it.
   *
   * @return the subscribers who gained a row; not those who were sent one of their papers under
   *     another id
   * @throws org.jdbi.v3.core.JdbiException for a unique violation when a row is there already
   */
  Set<Long> write(DayPlans plans) {
    List<Edition> editions = new ArrayList<>(plans.editions());
    editions.removeIf(new JdbiOtherIds(handle, editions)::sentUnderAnother);
    // In the order of the unique keys, so that two writers wait for each other and do not deadlock.
    editions.sort(Comparator.comparingLong(edition -> edition.subscriber().id()));
    Map<Long, @Nullable String> reasons = new TreeMap<>(plans.nothing());
    editions.forEach(edition -> reasons.put(edition.subscriber().id(), null));
    if (reasons.isEmpty()) {
      return Set.of();
    }
    Map<Long, Long> deliveries = insert(plans, reasons);
    JdbiEditionPapers.insert(handle, editions, deliveries);
    return deliveries.keySet();
  }

  /**
   * Inserts a row for each subscriber.
   *
   * @param reasons why there is nothing; null where there is an edition
   * @return the id of each row by subscriber
   */
  private Map<Long, Long> insert(DayPlans plans, Map<Long, @Nullable String> reasons) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into deliveries (subscriber_id, kind, edition_day, status, reason, message_id,"
                + " planned_at, late_sources, next_attempt_at, settled_at, attempts) values"
                + " (:subscriber, 'EDITION', :day, :status, :why, :messageId, :now, :late, :next,"
                + " :settled, 0)");
    var now = Instants.argument(planning.at());
    reasons.forEach(
        (subscriber, why) ->
            batch
                .bind("subscriber", subscriber)
                .bind("day", plans.day())
                .bind(
                    "status",
                    (why == null ? Delivery.Status.PLANNED : Delivery.Status.SKIPPED).name())
                .bind("why", why)
                .bind("messageId", messageIds.next())
                .bind("now", now)
                .bind("late", planning.lateSources())
                .bind("next", why == null ? now : null)
                .bind("settled", why == null ? null : now)
                .add());
    Map<Long, Long> deliveries = new HashMap<>();
    batch
        .executePreparedBatch("id", "subscriber_id")
        .map((row, context) -> deliveries.put(row.getLong("subscriber_id"), row.getLong("id")))
        .list();
    return deliveries;
  }
}
