package dev.offprint.ledger;

import dev.offprint.db.Instants;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The ledger in the database's tables {@code deliveries} and {@code editions}. */
public final class JdbiLedger implements Ledger {
  private static final String SETTLE =
      "update deliveries set status = :status, reason = :why, settled_at = :now,"
          + " next_attempt_at = null, attempts = attempts + :attempts, claimed_by = null"
          + " where id = :id";

  private final Jdbi jdbi;
  private final PaperStore papers;
  private final MessageIds messageIds;

  public JdbiLedger(Jdbi jdbi, PaperStore papers, MessageIds messageIds) {
    this.jdbi = jdbi;
    this.papers = papers;
    this.messageIds = messageIds;
  }

  @Override
  public Set<Long> plan(PlannedBatch plans, Delivery.Planning planning) {
    return jdbi.inTransaction(
        handle -> new JdbiPlannedBatch(handle, messageIds, planning).write(plans));
  }

  @Override
  public Delivery askToConfirm(long subscriberId, Instant now) {
    return notice(subscriberId, Delivery.Kind.CONFIRMATION, now);
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

  @Override
  public Delivery sendLink(long subscriberId, Instant now) {
    return notice(subscriberId, Delivery.Kind.LINK, now);
  }

  private Delivery notice(long subscriberId, Delivery.Kind kind, Instant now) {
    String messageId = messageIds.next();
    long id =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into deliveries (subscriber_id, kind, status, message_id,"
                            + " planned_at, next_attempt_at, attempts) values (:subscriber,"
                            + " :kind, 'PLANNED', :messageId, :now, :now, 0)")
                    .bind("subscriber", subscriberId)
                    .bind("kind", kind.name())
                    .bind("messageId", messageId)
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
            handle
                .createQuery(
                    JdbiDeliveryRows.SELECT
                        + " where subscriber_id = :subscriber and kind = :kind"
                        + " order by planned_at desc, id desc fetch first row only")
                .bind("subscriber", subscriberId)
                .bind("kind", kind.name())
                .map(new JdbiDeliveryRows())
                .findOne());
  }

  @Override
  public Optional<Delivery> edition(long subscriberId, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    JdbiDeliveryRows.SELECT
                        + " where subscriber_id = :subscriber and edition_day ="
                        + " :day")
                .bind("subscriber", subscriberId)
                .bind("day", day)
                .map(new JdbiDeliveryRows())
                .findOne());
  }

  @Override
  public Map<Long, History> histories(Collection<Long> subscriberIds, LocalDate since) {
    return jdbi.withHandle(handle -> JdbiHistories.of(handle, subscriberIds, since));
  }

  @Override
  public List<Delivery> claim(String node, Instant now, int most) {
    return jdbi.inTransaction(handle -> JdbiClaims.claim(handle, node, now, most));
  }

  @Override
  public void sent(Map<Long, String> responses, Instant now) {
    jdbi.useTransaction(
        handle -> {
          // It may be told twice, and have come back meanwhile.
          PreparedBatch batch =
              handle.prepareBatch(SETTLE + " and status in ('PLANNED', 'SENDING', 'DEFERRED')");
          // In order, so that two writers wait for each other and do not deadlock.
          new TreeMap<>(responses)
              .forEach(
                  (id, response) ->
                      settlement(batch, id, Delivery.Status.SENT, response, now, 1).add());
          batch.execute();
        });
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
  public boolean retry(long id, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        "update deliveries set status = 'PLANNED', reason = null, planned_at ="
                            + " :now, next_attempt_at = :now, settled_at = null, attempts = 0 where"
                            + " id = :id and status = 'FAILED'")
                    .bind("now", Instants.argument(now))
                    .bind("id", id)
                    .execute()
                == 1);
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
  public void expired(long id, String why, Instant now) {
    jdbi.useHandle(handle -> settle(handle, id, Delivery.Status.FAILED, why, now, 0));
  }

  @Override
  public void skipped(long id, String why, Instant now) {
    jdbi.useTransaction(
        handle -> {
          settle(handle, id, Delivery.Status.SKIPPED, why, now, 0);
          JdbiEditions.delete(handle, id);
        });
  }

  @Override
  public boolean returned(long id, Delivery.Status status, String why) {
    return jdbi.withHandle(handle -> JdbiReturns.write(handle, id, status, why));
  }

  @Override
  public Optional<Delivery> findByMessageId(String messageId) {
    return jdbi.withHandle(handle -> JdbiReturns.find(handle, messageId));
  }

  @Override
  public Optional<Delivery> findByToken(String token) {
    return findByMessageId(messageIds.of(token));
  }

  @Override
  public int release(String node) {
    return jdbi.withHandle(handle -> JdbiClaims.release(handle, node));
  }

  @Override
  public Map<Long, List<ChosenPaper>> papers(
      List<Delivery> editions, Map<PaperId, Candidate> known) {
    Map<Long, Map<PaperId, Reason>> reasons =
        jdbi.withHandle(handle -> JdbiEditions.of(handle, editions));
    known.putAll(
        papers.find(
            reasons.values().stream()
                .flatMap(each -> each.keySet().stream())
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toSet())));
    Map<Long, List<ChosenPaper>> chosen = new HashMap<>();
    reasons.forEach(
        (delivery, each) ->
            chosen.put(
                delivery,
                each.entrySet().stream()
                    .map(
                        entry -> {
                          Candidate candidate = Objects.requireNonNull(known.get(entry.getKey()));
                          return new ChosenPaper(
                              candidate.paper(), candidate.popularity(), entry.getValue());
                        })
                    .toList()));
    return chosen;
  }

  @Override
  public Set<PaperId> sentTo(long subscriberId) {
    return jdbi.withHandle(handle -> JdbiHistories.sentTo(handle, subscriberId));
  }

  @Override
  public Map<Interest, Integer> matched(long subscriberId, LocalDate from) {
    return jdbi.withHandle(handle -> JdbiEditions.matched(handle, subscriberId, from));
  }

  @Override
  public int forget(Instant before) {
    return jdbi.inTransaction(handle -> JdbiForgetting.forget(handle, before));
  }

  @Override
  public Optional<LocalDate> keptSince() {
    return jdbi.withHandle(JdbiForgetting::keptSince);
  }

  @Override
  public Optional<Delivery> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(JdbiDeliveryRows.SELECT + " where id = :id")
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
                  JdbiDeliveryRows.SELECT + where + " order by edition_day desc nulls last, id");
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
  public List<Delivery> editions(long subscriberId, LocalDate since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    JdbiDeliveryRows.SELECT
                        + " where subscriber_id = :subscriber and edition_day >="
                        + " :since order by edition_day desc")
                .bind("subscriber", subscriberId)
                .bind("since", since)
                .map(new JdbiDeliveryRows())
                .list());
  }

  @Override
  public List<Delivery> of(long subscriberId, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    JdbiDeliveryRows.SELECT
                        + " where subscriber_id = :subscriber order by planned_at"
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

  private static void settle(
      Handle handle, long id, Delivery.Status status, String why, Instant now, int attempts) {
    settlement(handle.createUpdate(SETTLE), id, status, why, now, attempts).execute();
  }

  private static <S extends SqlStatement<S>> S settlement(
      S statement, long id, Delivery.Status status, String why, Instant now, int attempts) {
    return statement
        .bind("status", status.name())
        .bind("why", why)
        .bind("now", Instants.argument(now))
        .bind("attempts", attempts)
        .bind("id", id);
  }
}
