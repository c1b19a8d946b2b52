package dev.offprint.outbox;

import dev.offprint.db.Instants;
import dev.offprint.db.UniqueViolation;
import dev.offprint.digests.Edition;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The ledger in the database's tables {@code deliveries} and {@code edition_papers}. */
public final class JdbiLedger implements Ledger {
  private final Jdbi jdbi;
  private final PaperStore papers;
  private final MessageIds messageIds;

  public JdbiLedger(Jdbi jdbi, PaperStore papers, MessageIds messageIds) {
    this.jdbi = jdbi;
    this.papers = papers;
    this.messageIds = messageIds;
  }

  @Override
  public Optional<Delivery> plan(Edition edition, Delivery.Planning planning) {
    long subscriberId = edition.subscriber().id();
    return unlessThere(
        handle -> {
          if (JdbiEditionPapers.anySentTo(handle, subscriberId, edition.papers())) {
            return null;
          }
          Delivery delivery =
              insert(handle, subscriberId, Delivery.Kind.EDITION, edition.day(), planning);
          JdbiEditionPapers.insert(handle, delivery, edition);
          return delivery;
        });
  }

  @Override
  public Set<Long> plan(DayPlans plans, Delivery.Planning planning) {
    try {
      return jdbi.inTransaction(
          handle -> new JdbiDayPlans(handle, messageIds, planning).write(plans));
    } catch (JdbiException e) {
      if (!UniqueViolation.in(e)) {
        throw e;
      }
      // Another process has written one of the rows meanwhile; all the others are still to be.
      return Ledger.super.plan(plans, planning);
    }
  }

  @Override
  public boolean skip(long subscriberId, LocalDate day, String why, Delivery.Planning planning) {
    return unlessThere(
            handle -> {
              Delivery delivery =
                  insert(handle, subscriberId, Delivery.Kind.EDITION, day, planning);
              settle(handle, delivery.id(), Delivery.Status.SKIPPED, why, planning.at(), 0);
              return delivery;
            })
        .isPresent();
  }

  @Override
  public Delivery askToConfirm(long subscriberId, Instant now) {
    return jdbi.inTransaction(
        handle ->
            insert(
                handle, subscriberId, Delivery.Kind.CONFIRMATION, null, Delivery.Planning.at(now)));
  }

  @Override
  public boolean hasEdition(long subscriberId, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select 1 from deliveries where subscriber_id = :subscriber and edition_day ="
                        + " :day")
                .bind("subscriber", subscriberId)
                .bind("day", day)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public Set<Long> haveEdition(Collection<Long> subscriberIds, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select d.subscriber_id from unnest(:subscribers) as wanted (id) join"
                        + " deliveries d on d.subscriber_id = wanted.id and d.edition_day = :day")
                .bindArray("subscribers", Long.class, subscriberIds)
                .bind("day", day)
                .mapTo(Long.class)
                .set());
  }

  @Override
  public Optional<Delivery> claim(String node, Instant now) {
    return jdbi.inTransaction(handle -> JdbiClaims.claim(handle, node, now));
  }

  @Override
  public void sent(long id, String response, Instant now) {
    jdbi.useHandle(handle -> settle(handle, id, Delivery.Status.SENT, response, now, 1));
  }

  @Override
  public void deferred(long id, String why, Instant nextAttempt) {
    await(id, why, nextAttempt, 1);
  }

  @Override
  public void putBack(long id, String why, Instant nextAttempt) {
    await(id, why, nextAttempt, 0);
  }

  private void await(long id, String why, Instant nextAttempt, int attempts) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update deliveries set status = case when attempts + :attempts = 0 then"
                        + " 'PLANNED' else 'DEFERRED' end, reason = :why, next_attempt_at = :next,"
                        + " attempts = attempts + :attempts, claimed_by = null where id = :id and"
                        + " status = 'SENDING'")
                .bind("attempts", attempts)
                .bind("why", why)
                .bind("next", Instants.argument(nextAttempt))
                .bind("id", id)
                .execute());
  }

  @Override
  public void hasten(long id, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update deliveries set next_attempt_at = :now where id = :id"
                        + " and status in ('PLANNED', 'DEFERRED') and next_attempt_at > :now")
                .bind("now", Instants.argument(now))
                .bind("id", id)
                .execute());
  }

  @Override
  public void failed(long id, String why, Instant now) {
    jdbi.useHandle(handle -> settle(handle, id, Delivery.Status.FAILED, why, now, 1));
  }

  @Override
  public void skipped(long id, String why, Instant now) {
    jdbi.useTransaction(
        handle -> {
          settle(handle, id, Delivery.Status.SKIPPED, why, now, 0);
          handle
              .createUpdate("delete from edition_papers where delivery_id = :id")
              .bind("id", id)
              .execute();
        });
  }

  @Override
  public int release(String node, Instant now) {
    return jdbi.withHandle(handle -> JdbiClaims.release(handle, node, now));
  }

  @Override
  public List<ChosenPaper> papers(long deliveryId) {
    List<JdbiEditionPapers.Row> rows =
        jdbi.withHandle(handle -> JdbiEditionPapers.of(handle, deliveryId));
    Map<PaperId, Candidate> known =
        papers.find(rows.stream().map(JdbiEditionPapers.Row::paper).toList());
    return rows.stream()
        .map(
            row -> {
              Candidate candidate = Objects.requireNonNull(known.get(row.paper()));
              return new ChosenPaper(
                  candidate.paper(), candidate.popularity(), ReasonJson.read(row.reason()));
            })
        .toList();
  }

  @Override
  public Set<PaperId> sentTo(long subscriberId) {
    return jdbi.withHandle(handle -> JdbiEditionPapers.sentTo(handle, subscriberId));
  }

  @Override
  public Map<Interest, Integer> matched(long subscriberId, LocalDate from) {
    return jdbi.withHandle(handle -> JdbiEditionPapers.matched(handle, subscriberId, from));
  }

  @Override
  public Map<Long, Set<PaperId>> sentTo(Collection<Long> subscriberIds, LocalDate since) {
    return jdbi.withHandle(handle -> JdbiEditionPapers.sentTo(handle, subscriberIds, since));
  }

  @Override
  public Optional<Delivery> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select " + JdbiDeliveryRows.COLUMNS + " from deliveries where id = :id")
                .bind("id", id)
                .map(new JdbiDeliveryRows())
                .findOne());
  }

  @Override
  public List<Delivery> list(@Nullable LocalDate day, Delivery.@Nullable Status status) {
    String where =
        " where 1 = 1"
            + (day == null ? "" : " and edition_day = :day")
            + (status == null ? "" : " and status = :status");
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle.createQuery(
                  "select "
                      + JdbiDeliveryRows.COLUMNS
                      + " from deliveries"
                      + where
                      + " order by edition_day desc nulls last, id");
          if (day != null) {
            query.bind("day", day);
          }
          if (status != null) {
            query.bind("status", status.name());
          }
          return query.map(new JdbiDeliveryRows()).list();
        });
  }

  @Override
  public List<Delivery> of(long subscriberId, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + JdbiDeliveryRows.COLUMNS
                        + " from deliveries where subscriber_id = :subscriber order by planned_at"
                        + " desc, id desc fetch first :limit rows only")
                .bind("subscriber", subscriberId)
                .bind("limit", limit)
                .map(new JdbiDeliveryRows())
                .list());
  }

  @Override
  public Map<Delivery.Status, Integer> counts() {
    Map<Delivery.Status, Integer> counts = new EnumMap<>(Delivery.Status.class);
    for (Delivery.Status status : Delivery.Status.values()) {
      counts.put(status, 0);
    }
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select status, count(*) as n from deliveries group by status")
                .map(
                    (row, context) ->
                        Map.entry(
                            Delivery.Status.valueOf(row.getString("status")), row.getInt("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  @Override
  public Optional<Instant> nextAttempt() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select next_attempt_at from deliveries where next_attempt_at is not null order"
                        + " by next_attempt_at, id fetch first row only")
                .map((row, context) -> Instants.of(row, "next_attempt_at"))
                .findOne());
  }

  private Delivery insert(
      Handle handle,
      long subscriberId,
      Delivery.Kind kind,
      @Nullable LocalDate day,
      Delivery.Planning planning) {
    String messageId = messageIds.next();
    long id =
        handle
            .createUpdate(
                "insert into deliveries (subscriber_id, kind, edition_day, status, message_id,"
                    + " planned_at, late_sources, next_attempt_at, attempts) values (:subscriber,"
                    + " :kind, :day, 'PLANNED', :messageId, :now, :late, :now, 0)")
            .bind("subscriber", subscriberId)
            .bind("kind", kind.name())
            .bind("day", day)
            .bind("messageId", messageId)
            .bind("now", Instants.argument(planning.at()))
            .bind("late", planning.lateSources())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return new Delivery(
        id,
        subscriberId,
        kind,
        day,
        new Delivery.Progress(Delivery.Status.PLANNED, null, 0, planning.at(), null),
        messageId,
        planning);
  }

  private static void settle(
      Handle handle, long id, Delivery.Status status, String why, Instant now, int attempts) {
    handle
        .createUpdate(
            "update deliveries set status = :status, reason = :why, settled_at = :now,"
                + " next_attempt_at = null, attempts = attempts + :attempts, claimed_by = null"
                + " where id = :id")
        .bind("status", status.name())
        .bind("why", why)
        .bind("now", Instants.argument(now))
        .bind("attempts", attempts)
        .bind("id", id)
        .execute();
  }

  private Optional<Delivery> unlessThere(
      HandleCallback<@Nullable Delivery, RuntimeException> writing) {
    try {
      return Optional.ofNullable(jdbi.inTransaction(writing));
    } catch (JdbiException e) {
      if (UniqueViolation.in(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
