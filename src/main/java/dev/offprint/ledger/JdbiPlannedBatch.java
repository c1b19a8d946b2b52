package dev.offprint.ledger;

import dev.offprint.db.ExclusiveLock;
import dev.offprint.db.Instants;
import dev.offprint.digests.Edition;
import dev.offprint.papers.JdbiPaperNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes a day of many subscribers, each kind of row in one batch. */
final class JdbiPlannedBatch {
  private final Handle handle;
  private final MessageIds messageIds;
  private final Delivery.Planning planning;

  JdbiPlannedBatch(Handle handle, MessageIds messageIds, Delivery.Planning planning) {
    this.handle = handle;
    this.messageIds = messageIds;
    this.planning = planning;
  }

  /**
   * Writes all of it but what is refused.
   *
   * @return the subscribers who gained a row; not those who have one for the day, and not those who
   *     were sent one of their papers, under whatever id, or may have been before what is kept
   */
  Set<Long> write(PlannedBatch plans) {
    ExclusiveLock.PLANNING.await(handle);
    Map<String, JdbiPaperNames.Name> names =
        JdbiPaperNames.of(
            handle, JdbiEditions.papers(plans.editions().stream().map(Edition::papers).toList()));
    LocalDate earliest = JdbiEditions.earliest(names);
    Map<Long, History> histories = histories(plans, earliest);
    LocalDate retainedSince = JdbiRetentionStore.retainedSince(handle).orElse(LocalDate.MIN);
    boolean allRemembered = !earliest.isBefore(retainedSince);
    List<Edition> editions =
        plans.editions().stream()
            .filter(
                edition ->
                    isNew(
                        edition,
                        plans.day(),
                        histories.getOrDefault(edition.subscriber().id(), History.NONE),
                        names))
            .filter(edition -> allRemembered || isRemembered(edition, retainedSince, names))
            .toList();
    Map<Long, @Nullable String> reasons = new TreeMap<>(plans.nothing());
    reasons
        .keySet()
        .removeIf(id -> histories.getOrDefault(id, History.NONE).days().contains(plans.day()));
    editions.forEach(edition -> reasons.put(edition.subscriber().id(), null));
    if (reasons.isEmpty()) {
      return Set.of();
    }
    JdbiEditions rows = new JdbiEditions(handle);
    List<Edition> told = withLastDays(editions, plans.day());
    Map<Long, Long> deliveries = insert(plans, reasons);
    for (Edition edition : told) {
      rows.add(Objects.requireNonNull(deliveries.get(edition.subscriber().id())), edition);
    }
    rows.write();
    return deliveries.keySet();
  }

  /** With the days on which interests that are silent now last brought something. */
  private List<Edition> withLastDays(List<Edition> editions, LocalDate day) {
    Map<Long, Map<String, LocalDate>> days =
        JdbiEditions.lastBrought(
            handle,
            editions.stream()
                .filter(edition -> !edition.notes().silent(day).isEmpty())
                .map(edition -> edition.subscriber().id())
                .toList());
    return editions.stream()
        .map(
            edition ->
                edition.with(
                    edition
                        .notes()
                        .knowing(days.getOrDefault(edition.subscriber().id(), Map.of()))))
        .toList();
  }

  private Map<Long, History> histories(PlannedBatch plans, LocalDate earliest) {
    LocalDate since = earliest.isBefore(plans.day()) ? earliest : plans.day();
    List<Long> subscribers = new ArrayList<>(plans.nothing().keySet());
    plans.editions().forEach(edition -> subscribers.add(edition.subscriber().id()));
    return JdbiHistories.of(handle, subscribers, since);
  }

  private static boolean isNew(
      Edition edition, LocalDate day, History history, Map<String, JdbiPaperNames.Name> names) {
    return !history.days().contains(day)
        && edition.papers().stream()
            .map(chosen -> Objects.requireNonNull(names.get(chosen.paper().id().value())).id())
            .noneMatch(history.papers()::contains);
  }

  /**
   * Whether the ledger would know if one of the papers was sent. An edition never has a paper of a
   * later day, so with papers of the days that it is kept for there is a row.
   */
  private static boolean isRemembered(
      Edition edition, LocalDate retainedSince, Map<String, JdbiPaperNames.Name> names) {
    return edition.papers().stream()
        .map(chosen -> Objects.requireNonNull(names.get(chosen.paper().id().value())))
        .noneMatch(name -> name.announced().isBefore(retainedSince));
  }

  /**
   * Inserts a row for each subscriber.
   *
   * @param reasons why there is nothing; null where there is an edition
   * @return the id of each row by subscriber
   */
  private Map<Long, Long> insert(PlannedBatch plans, Map<Long, @Nullable String> reasons) {
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
