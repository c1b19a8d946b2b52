package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Counts in the tables {@code deliveries} and {@code forgotten_deliveries}, by their indexes. */
public final class JdbiDeliveryCounts implements DeliveryCounts {
  private static final Comparator<Delivery> LAST_FIRST =
      Comparator.comparing(
              (Delivery delivery) ->
                  Optional.ofNullable(delivery.progress().settledAt())
                      .orElseGet(delivery::plannedAt))
          .thenComparingLong(Delivery::id)
          .reversed();

  private final Jdbi jdbi;

  public JdbiDeliveryCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<Delivery.Status, Integer> on(LocalDate day) {
    Map<Delivery.Status, Integer> counts = new EnumMap<>(Delivery.Status.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select status, sum(n) as n from (
                      select status, count(*) as n from deliveries where edition_day = :day group by status
                      union all
                      select status, deliveries as n from forgotten_deliveries where counted_day = :day
                    ) counted group by status\
                    """)
                .bind("day", day)
                .map(
                    (row, context) ->
                        Map.entry(
                            Delivery.Status.valueOf(row.getString("status")), row.getInt("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  @Override
  public Map<String, Integer> skipped(LocalDate day, int limit) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select reason, count(*) as n from deliveries
                    where edition_day = :day and status = 'SKIPPED' and reason is not null
                    group by reason order by n desc, reason fetch first :limit rows only\
                    """)
                .bind("day", day)
                .bind("limit", limit)
                .map((row, context) -> Map.entry(row.getString("reason"), row.getInt("n")))
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue())));
    return reasons;
  }

  @Override
  public Waiting waiting() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) as n, min(planned_at) as oldest, min(next_attempt_at) as next
                    from deliveries where next_attempt_at is not null\
                    """)
                .map(
                    (row, context) ->
                        new Waiting(
                            row.getInt("n"),
                            Optional.<Instant>ofNullable(Instants.orNull(row, "oldest")),
                            Optional.<Instant>ofNullable(Instants.orNull(row, "next"))))
                .one());
  }

  @Override
  public List<Delivery> troubled(LocalDate since, int limit) {
    return jdbi.withHandle(
        handle ->
            Stream.concat(
                    troubled(handle, "edition_day >= :since", since, limit).stream(),
                    troubled(handle, "edition_day is null and planned_at >= :start", since, limit)
                        .stream())
                .sorted(LAST_FIRST)
                .limit(limit)
                .toList());
  }

  private static List<Delivery> troubled(Handle handle, String which, LocalDate since, int limit) {
    return JdbiDeliveryRows.read(
        handle,
        " where "
            + which
            + " and status in ('FAILED', 'BOUNCED', 'COMPLAINED')"
            + " order by settled_at desc nulls last, id desc fetch first :limit rows only",
        Map.of(
            "since",
            since,
            "start",
            Instants.argument(since.atStartOfDay(ZoneOffset.UTC).toInstant()),
            "limit",
            limit));
  }
}
