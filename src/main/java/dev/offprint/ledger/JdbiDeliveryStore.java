package dev.offprint.ledger;

import dev.offprint.db.Instants;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the tables {@code deliveries} and {@code editions}. */
final class JdbiDeliveryStore implements DeliveryStore {
  private final Jdbi jdbi;
  private final PaperStore papers;

  JdbiDeliveryStore(Jdbi jdbi, PaperStore papers) {
    this.jdbi = jdbi;
    this.papers = papers;
  }

  @Override
  public Optional<Delivery> edition(long subscriberId, LocalDate day) {
    return first(
        " where subscriber_id = :subscriber and edition_day = :day",
        Map.of("subscriber", subscriberId, "day", day));
  }

  @Override
  public Set<Long> mailedSince(Collection<Long> subscriberIds, LocalDate day) {
    if (subscriberIds.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct subscriber_id from deliveries
                    where subscriber_id in (<ids>) and edition_day >= :day
                      and status in ('SENT', 'BOUNCED', 'COMPLAINED')\
                    """)
                .bindList("ids", List.copyOf(subscriberIds))
                .bind("day", day)
                .mapTo(Long.class)
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Map<Long, EditionContents> contents(
      List<Delivery> editions, Map<PaperId, Candidate> known) {
    Map<Long, JdbiEditions.Shown> shown =
        jdbi.withHandle(handle -> JdbiEditions.of(handle, editions));
    known.putAll(
        papers.find(
            shown.values().stream()
                .flatMap(each -> each.papers().keySet().stream())
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toSet())));
    Map<Long, EditionContents> contents = new HashMap<>();
    shown.forEach(
        (delivery, each) ->
            contents.put(
                delivery, new EditionContents(chosen(each.papers(), known), each.notes())));
    return contents;
  }

  private static List<ChosenPaper> chosen(
      Map<PaperId, Reason> papers, Map<PaperId, Candidate> known) {
    return papers.entrySet().stream()
        .map(
            entry -> {
              Candidate candidate = Objects.requireNonNull(known.get(entry.getKey()));
              return new ChosenPaper(candidate.paper(), candidate.popularity(), entry.getValue());
            })
        .toList();
  }

  @Override
  public Map<Long, Set<LocalDate>> editionDays(LocalDate since) {
    Map<Long, Set<LocalDate>> days = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select subscriber_id, edition_day from deliveries where edition_day >= :since")
                .bind("since", since)
                .setFetchSize(1_000)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getLong("subscriber_id"),
                            row.getObject("edition_day", LocalDate.class)))
                .forEach(
                    each ->
                        days.computeIfAbsent(each.getKey(), id -> new HashSet<>())
                            .add(each.getValue())));
    return days;
  }

  @Override
  public Map<String, Integer> matched(long subscriberId, LocalDate from) {
    return jdbi.withHandle(handle -> JdbiEditions.matched(handle, subscriberId, from));
  }

  @Override
  public Optional<LocalDate> retainedSince() {
    return jdbi.withHandle(JdbiRetentionStore::retainedSince);
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
    return jdbi.withHandle(handle -> JdbiDeliveryRows.first(handle, condition, wanted));
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
                .createQuery(
                    """
                    select status, sum(n) as n from (
                      select status, count(*) as n from deliveries group by status
                      union all
                      select status, sum(deliveries) as n from forgotten_deliveries group by status
                    ) counted group by status\
                    """)
                .map(
                    (row, context) ->
                        Map.entry(
                            Delivery.Status.valueOf(row.getString("status")), row.getInt("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  @Override
  public Map<Delivery.Status, Integer> counts(LocalDate since) {
    Map<Delivery.Status, Integer> counts = new EnumMap<>(Delivery.Status.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select status, count(*) as n from deliveries where edition_day >= :since group"
                        + " by status")
                .bind("since", since)
                .map(
                    (row, context) ->
                        Map.entry(
                            Delivery.Status.valueOf(row.getString("status")), row.getInt("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  @Override
  public Optional<Instant> lastPlanned() {
    // Of many who are asked to confirm together, the mails to most are planned for later.
    return first(
            " where kind <> :confirmation order by id desc fetch first row only",
            Map.of("confirmation", Delivery.Kind.CONFIRMATION.name()))
        .map(Delivery::plannedAt);
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
