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
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The ledger in the database's tables {@code deliveries} and {@code editions}. */
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
    return jdbi.withHandle(handle -> JdbiNotices.askedSince(handle, instant, subscriberIds));
  }

  @Override
  public Delivery sendLink(long subscriberId, Instant now) {
    return notice(subscriberId, Delivery.Kind.LINK, now);
  }

  private Delivery notice(long subscriberId, Delivery.Kind kind, Instant now) {
    return jdbi.withHandle(
        handle -> JdbiNotices.write(handle, subscriberId, kind, messageIds.next(), now));
  }

  @Override
  public Optional<Delivery> newest(long subscriberId, Delivery.Kind kind) {
    return first(
        " where subscriber_id = :subscriber and kind = :kind"
            + " order by planned_at desc, id desc fetch first row only",
        Map.of("subscriber", subscriberId, "kind", kind.name()));
  }

  @Override
  public Optional<Delivery> edition(long subscriberId, LocalDate day) {
    return first(
        " where subscriber_id = :subscriber and edition_day = :day",
        Map.of("subscriber", subscriberId, "day", day));
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
    jdbi.useTransaction(handle -> JdbiSettlements.sent(handle, responses, now));
  }

  @Override
  public void deferred(long id, String why, Instant nextAttempt) {
    jdbi.useHandle(handle -> JdbiSettlements.await(handle, id, why, nextAttempt, 1));
  }

  @Override
  public void putBack(long id, String why, Instant nextAttempt) {
    jdbi.useHandle(handle -> JdbiSettlements.await(handle, id, why, nextAttempt, 0));
  }

  @Override
  public boolean retry(long id, Instant now) {
    return jdbi.withHandle(handle -> JdbiSettlements.retry(handle, id, now));
  }

  @Override
  public void hasten(long id, Instant now) {
    jdbi.useHandle(handle -> JdbiSettlements.hasten(handle, id, now));
  }

  @Override
  public void failed(long id, String why, Instant now) {
    jdbi.useHandle(
        handle -> JdbiSettlements.settle(handle, id, Delivery.Status.FAILED, why, now, 1));
  }

  @Override
  public void expired(long id, String why, Instant now) {
    jdbi.useHandle(
        handle -> JdbiSettlements.settle(handle, id, Delivery.Status.FAILED, why, now, 0));
  }

  @Override
  public void skipped(long id, String why, Instant now) {
    jdbi.useTransaction(
        handle -> {
          JdbiSettlements.settle(handle, id, Delivery.Status.SKIPPED, why, now, 0);
          JdbiEditions.delete(handle, id);
        });
  }

  @Override
  public boolean returned(long id, Delivery.Status status, String why) {
    return jdbi.withHandle(handle -> JdbiSettlements.returned(handle, id, status, why));
  }

  @Override
  public Optional<Delivery> findByMessageId(String messageId) {
    return first(
        " where message_id = :messageId order by id fetch first row only",
        Map.of("messageId", messageId));
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
    return first(" where id = :id", Map.of("id", id));
  }

  @Override
  public List<Delivery> list(@Nullable LocalDate day, Delivery.@Nullable Status status) {
    Map<String, Object> wanted = new HashMap<>();
    if (day != null) {
      wanted.put("day", day);
    }
    if (status != null) {
      wanted.put("status", status.name());
    }
    return rows(
        " where 1 = 1"
            + (day == null ? "" : " and edition_day = :day")
            + (status == null ? "" : " and status = :status")
            + " order by edition_day desc nulls last, id",
        wanted);
  }

  @Override
  public List<Delivery> editions(long subscriberId, LocalDate since) {
    return rows(
        " where subscriber_id = :subscriber and edition_day >= :since order by edition_day desc",
        Map.of("subscriber", subscriberId, "since", since));
  }

  @Override
  public List<Delivery> of(long subscriberId, int limit) {
    return rows(
        " where subscriber_id = :subscriber order by planned_at desc, id desc"
            + " fetch first :limit rows only",
        Map.of("subscriber", subscriberId, "limit", limit));
  }

  private List<Delivery> rows(String condition, Map<String, ?> wanted) {
    return jdbi.withHandle(handle -> JdbiDeliveryRows.read(handle, condition, wanted));
  }

  private Optional<Delivery> first(String condition, Map<String, ?> wanted) {
    return rows(condition, wanted).stream().findFirst();
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
}
