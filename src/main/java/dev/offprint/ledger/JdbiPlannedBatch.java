package dev.offprint.ledger;

import dev.offprint.db.ExclusiveLock;
import dev.offprint.db.Instants;
import dev.offprint.digests.Edition;
import dev.offprint.papers.JdbiPaperNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes a day of many subscribers, each kind of row in one batch. */
final class JdbiPlannedBatch {
  private final Handle handle;
  private final MessageIds messageIds;
  private final Delivery.Planning planning;
  private final @Nullable String node;

  /**
   * Writes in a transaction.
   *
   * @param node for which editions are claimed at once; null when they are due for any
   */
  JdbiPlannedBatch(
      Handle handle, MessageIds messageIds, Delivery.Planning planning, @Nullable String node) {
    this.handle = handle;
    this.messageIds = messageIds;
    this.planning = planning;
    this.node = node;
  }

  /**
   * Writes all of it but what is refused: for those who have a row for the day, and for those who
   * were sent one of their papers, under whatever id, or may have been before what is kept.
   *
   * @param revision of the papers before this
   */
  WrittenBatch write(PlannedBatch plans, long revision) {
    List<Long> subscribers = subscribers(plans);
    if (subscribers.isEmpty()) {
      return new WrittenBatch(Set.of(), List.of(), revision);
    }
    ExclusiveLock.PLANNING.await(handle, subscribers);
    Map<String, JdbiPaperNames.Name> names =
        JdbiPaperNames.of(
            handle, JdbiEditions.papers(plans.editions().stream().map(Edition::papers).toList()));
    LocalDate earliest = JdbiEditions.earliest(names);
    Map<Long, History> histories = histories(subscribers, plans.day(), earliest);
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
      return new WrittenBatch(Set.of(), List.of(), revision);
    }
    JdbiEditions rows = new JdbiEditions(handle);
    List<Edition> told = withLastDays(editions, plans.day());
    Set<Long> claimable = node == null ? Set.of() : claimable(told, names);
    Map<Long, Delivery> deliveries = insert(plans, reasons, claimable);
    List<WrittenBatch.Claimed> claimed = new ArrayList<>();
    for (Edition edition : told) {
      Delivery delivery = Objects.requireNonNull(deliveries.get(edition.subscriber().id()));
      rows.add(delivery.id(), edition);
      if (claimable.contains(delivery.subscriberId())) {
        claimed.add(new WrittenBatch.Claimed(delivery, edition));
      }
    }
    rows.write();
    return new WrittenBatch(deliveries.keySet(), claimed, revision);
  }

  /** Whose papers all bear the names they had when they were chosen: the row says no more. */
  private static Set<Long> claimable(
      List<Edition> editions, Map<String, JdbiPaperNames.Name> names) {
    return editions.stream()
        .filter(
            edition ->
                edition.papers().stream()
                    .map(chosen -> names.get(chosen.paper().id().value()))
                    .noneMatch(name -> Objects.requireNonNull(name).isJoined()))
        .map(edition -> edition.subscriber().id())
        .collect(Collectors.toUnmodifiableSet());
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

  private static List<Long> subscribers(PlannedBatch plans) {
    List<Long> subscribers = new ArrayList<>(plans.nothing().keySet());
    plans.editions().forEach(edition -> subscribers.add(edition.subscriber().id()));
    return subscribers;
  }

  private Map<Long, History> histories(List<Long> subscribers, LocalDate day, LocalDate earliest) {
    return JdbiHistories.of(handle, subscribers, earliest.isBefore(day) ? earliest : day);
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
   * @param claimed whose edition is claimed
   * @return each row by subscriber
   */
  private Map<Long, Delivery> insert(
      PlannedBatch plans, Map<Long, @Nullable String> reasons, Set<Long> claimed) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into deliveries (subscriber_id, kind, edition_day, status, reason, message_id,"
                + " planned_at, late_sources, next_attempt_at, settled_at, attempts, claimed_by)"
                + " values (:subscriber, 'EDITION', :day, :status, :why, :messageId, :now, :late,"
                + " :next, :settled, 0, :node)");
    var now = Instants.argument(planning.at());
    Map<Long, Delivery> planned = new HashMap<>();
    reasons.forEach(
        (subscriber, why) -> {
          Delivery.Progress progress = progress(why, claimed.contains(subscriber));
          Delivery delivery =
              new Delivery(
                  0,
                  subscriber,
                  Delivery.Kind.EDITION,
                  plans.day(),
                  progress,
                  messageIds.next(subscriber),
                  planning);
          planned.put(subscriber, delivery);
          batch
              .bind("subscriber", subscriber)
              .bind("day", plans.day())
              .bind("status", progress.status().name())
              .bind("why", why)
              .bind("messageId", delivery.messageId())
              .bind("now", now)
              .bind("late", planning.lateSources())
              .bind("next", progress.nextAttemptAt() == null ? null : now)
              .bind("settled", progress.settledAt() == null ? null : now)
              .bind("node", progress.status() == Delivery.Status.SENDING ? node : null)
              .add();
        });
    Map<Long, Delivery> deliveries = new HashMap<>();
    batch
        .executePreparedBatch("id", "subscriber_id")
        .map(
            (row, context) -> {
              long subscriber = row.getLong("subscriber_id");
              return deliveries.put(
                  subscriber,
                  Objects.requireNonNull(planned.get(subscriber)).numbered(row.getLong("id")));
            })
        .list();
    return deliveries;
  }

  private Delivery.Progress progress(@Nullable String why, boolean claimed) {
    Instant now = planning.at();
    if (why != null) {
      return new Delivery.Progress(Delivery.Status.SKIPPED, why, 0, null, now);
    }
    return claimed
        ? new Delivery.Progress(Delivery.Status.SENDING, null, 0, null, null)
        : new Delivery.Progress(Delivery.Status.PLANNED, null, 0, now, null);
  }
}
