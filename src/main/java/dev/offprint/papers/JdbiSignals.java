package dev.offprint.papers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Observations that are to be kept, in the table {@code signals}. Every one is kept, also one that
 * found the same count as the one before: another that was made between them may come in later.
 * Where one source says two things of one instant the greater counts.
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

  private final Map<Observation, Integer> seen = new LinkedHashMap<>();

  private record Observation(PaperId paper, String source, String kind, Instant at) {}

  void add(PaperId paper, Sighting sighting) {
    sighting
        .signals()
        .forEach(
            (kind, value) ->
                seen.merge(
                    new Observation(paper, sighting.source(), kind.name(), sighting.observedAt()),
                    value,
                    Math::max));
  }

  /** Takes the observations of papers that are absorbed, to write them for those that absorb. */
  void absorb(Handle handle, Map<PaperId, PaperId> absorbed) {
    List<String> ids = JdbiPaperIds.values(absorbed.keySet());
    rows(handle, "", ids, List.of())
        .forEach(
            (row, value) ->
                seen.merge(
                    new Observation(
                        Objects.requireNonNull(absorbed.get(row.paper())),
                        row.source(),
                        row.kind(),
                        row.at()),
                    value,
                    Math::max));
    handle
        .createUpdate("delete from signals where paper_id in (<ids>)")
        .bindList("ids", ids)
        .execute();
  }

  void write(Handle handle) {
    if (seen.isEmpty()) {
      return;
    }
    Map<Observation, Integer> kept =
        rows(
            handle,
            " and observed_at in (<instants>)",
            JdbiPaperIds.values(seen.keySet().stream().map(Observation::paper).toList()),
            seen.keySet().stream().map(Observation::at).distinct().toList());
    try (PreparedBatch inserts = handle.prepareBatch(INSERT);
        PreparedBatch updates = handle.prepareBatch(UPDATE)) {
      seen.forEach(
          (row, value) -> {
            Integer before = kept.get(row);
            if (before == null) {
              bind(inserts, row, value);
            } else if (before < value) {
              bind(updates, row, value);
            }
          });
      execute(inserts);
      execute(updates);
    }
  }

  private static Map<Observation, Integer> rows(
      Handle handle, String condition, List<String> ids, Collection<Instant> instants) {
    Map<Observation, Integer> rows = new HashMap<>();
    var query =
        handle
            .createQuery(
                "select paper_id, source, kind, observed_at, observed_value from signals"
                    + " where paper_id in (<ids>)"
                    + condition)
            .bindList("ids", ids);
    if (!instants.isEmpty()) {
      query.bindList("instants", instants.stream().map(Instants::argument).toList());
    }
    query
        .map(
            (row, context) ->
                rows.put(
                    new Observation(
                        new PaperId(row.getString("paper_id")),
                        row.getString("source"),
                        row.getString("kind"),
                        Instants.of(row, "observed_at")),
                    row.getInt("observed_value")))
        .list();
    return rows;
  }

  private static void bind(PreparedBatch batch, Observation row, int value) {
    batch
        .bind("value", value)
        .bind("paper", row.paper().value())
        .bind("source", row.source())
        .bind("kind", row.kind())
        .bind("observed_at", Instants.argument(row.at()))
        .add();
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
