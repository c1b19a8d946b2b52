package dev.offprint.papers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The signals of some papers while sightings of them are recorded. A count that stayed the same is
 * no news: a row says when it became what it is.
 */
final class JdbiSignals {
  private static final String INSERT =
      """
      insert into signals (observed_value, paper_id, source, kind, observed_at)
      values (:value, :paper, :source, :kind, :observed_at)\
      """;
  private static final String UPDATE =
      """
      update signals set observed_value = :value
      where paper_id = :paper and source = :source and kind = :kind and observed_at = :observed_at\
      """;

  private final Map<Counter, Integer> latest = new HashMap<>();
  private final Set<Row> kept = new HashSet<>();
  private final Map<Row, Integer> seen = new LinkedHashMap<>();

  private record Counter(String paper, String source, String kind) {}

  private record Row(Counter counter, Instant observedAt) {}

  private JdbiSignals() {}

  static JdbiSignals of(Handle handle, List<String> ids) {
    JdbiSignals signals = new JdbiSignals();
    handle
        .createQuery(
            """
            select paper_id, source, kind, observed_at, observed_value from signals
            where paper_id in (<ids>) order by observed_at\
            """)
        .bindList("ids", ids)
        .map(
            (row, context) -> {
              Counter counter =
                  new Counter(
                      row.getString("paper_id"), row.getString("source"), row.getString("kind"));
              OffsetDateTime at = row.getObject("observed_at", OffsetDateTime.class);
              signals.kept.add(new Row(counter, at.toInstant()));
              return signals.latest.put(counter, row.getInt("observed_value"));
            })
        .list();
    return signals;
  }

  void add(Sighting sighting) {
    // As fine as the databases keep it, so that a row is known again.
    Instant at = sighting.observedAt().truncatedTo(ChronoUnit.MICROS);
    sighting
        .signals()
        .forEach(
            (kind, value) -> {
              Counter counter =
                  new Counter(sighting.paper().id().value(), sighting.source(), kind.name());
              if (!value.equals(latest.put(counter, value))) {
                seen.put(new Row(counter, at), value);
              }
            });
  }

  void write(Handle handle) {
    try (PreparedBatch inserts = handle.prepareBatch(INSERT);
        PreparedBatch updates = handle.prepareBatch(UPDATE)) {
      seen.forEach(
          (row, value) ->
              (kept.contains(row) ? updates : inserts)
                  .bind("value", value)
                  .bind("paper", row.counter().paper())
                  .bind("source", row.counter().source())
                  .bind("kind", row.counter().kind())
                  .bind("observed_at", row.observedAt().atOffset(ZoneOffset.UTC))
                  .add());
      execute(inserts);
      execute(updates);
    }
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
