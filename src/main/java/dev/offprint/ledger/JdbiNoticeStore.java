package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Mails to one subscriber that are no editions, in the table {@code deliveries}. */
final class JdbiNoticeStore implements NoticeStore {
  private static final String INSERT =
      """
      insert into deliveries (subscriber_id, kind, status, reason, message_id, planned_at, next_attempt_at, attempts)
      values (:subscriber, :kind, 'PLANNED', :why, :messageId, :now, :now, 0)\
      """;

  private final Jdbi jdbi;
  private final MessageIds messageIds;

  JdbiNoticeStore(Jdbi jdbi, MessageIds messageIds) {
    this.jdbi = jdbi;
    this.messageIds = messageIds;
  }

  @Override
  public Delivery askToConfirm(long subscriberId, Instant now) {
    return write(subscriberId, Delivery.Kind.CONFIRMATION, now);
  }

  @Override
  public void askToConfirm(Map<Long, Turn> turns) {
    if (turns.isEmpty()) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(INSERT);
          turns.forEach(
              (id, turn) ->
                  batch
                      .bind("subscriber", id)
                      .bind("kind", Delivery.Kind.CONFIRMATION.name())
                      .bind("messageId", messageIds.next(id))
                      .bind("why", turn.why())
                      .bind("now", Instants.argument(turn.at()))
                      .add());
          batch.execute();
        });
  }

  @Override
  public List<Instant> turnsToConfirm(Instant since) {
    // Notices have no day: that is how the index tells them from editions, which are many more.
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select planned_at from deliveries where edition_day is null
                      and kind = 'CONFIRMATION' and planned_at >= :since\
                    """)
                .bind("since", Instants.argument(since))
                .map((row, context) -> Instants.of(row, "planned_at"))
                .list());
  }

  @Override
  public boolean askNow(long subscriberId, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update deliveries set planned_at = :now, next_attempt_at = :now, reason = null
                        where subscriber_id = :subscriber and kind = 'CONFIRMATION' and status = 'PLANNED'
                          and planned_at > :now\
                        """)
                    .bind("subscriber", subscriberId)
                    .bind("now", Instants.argument(now))
                    .execute())
        > 0;
  }

  @Override
  public Delivery sendLink(long subscriberId, Instant now) {
    return write(subscriberId, Delivery.Kind.LINK, now);
  }

  @Override
  public int count(long subscriberId, Delivery.Kind kind, Instant after, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from deliveries where subscriber_id = :subscriber and kind = :kind
                      and planned_at > :after and planned_at <= :now\
                    """)
                .bind("subscriber", subscriberId)
                .bind("kind", kind.name())
                .bind("after", Instants.argument(after))
                .bind("now", Instants.argument(now))
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Delivery write(long subscriberId, Delivery.Kind kind, Instant now) {
    String messageId = messageIds.next(subscriberId);
    long id =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(INSERT)
                    .bind("subscriber", subscriberId)
                    .bind("kind", kind.name())
                    .bind("messageId", messageId)
                    .bind("why", (String) null)
                    .bind("now", Instants.argument(now))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
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

  @Override
  public Optional<Delivery> newest(long subscriberId, Delivery.Kind kind) {
    return jdbi.withHandle(
        handle ->
            JdbiDeliveryRows.first(
                handle,
                " where subscriber_id = :subscriber and kind = :kind"
                    + " order by planned_at desc, id desc fetch first row only",
                Map.of("subscriber", subscriberId, "kind", kind.name())));
  }

  @Override
  public Set<Long> askedSince(Instant instant, Collection<Long> subscriberIds) {
    if (subscriberIds.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select subscriber_id from deliveries where subscriber_id in (<ids>)
                      and kind = 'CONFIRMATION' and planned_at >= :instant\
                    """)
                .bindList("ids", List.copyOf(subscriberIds))
                .bind("instant", Instants.argument(instant))
                .mapTo(Long.class)
                .set());
  }
}
