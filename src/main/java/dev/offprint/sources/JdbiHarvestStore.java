package dev.offprint.sources;

import dev.offprint.db.Instants;
import dev.offprint.papers.Intake;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What is remembered of asking the sources, in the table {@code harvests}. */
public final class JdbiHarvestStore implements HarvestStore {
  private static final String COLUMNS =
      "h.source, h.asked_for, h.asked_at, h.ending, h.why, h.papers, h.added, h.updated,"
          + " h.unchanged, h.set_aside";
  private static final String ANSWERED =
      "max(case when ending in ('HARVESTED', 'NOTHING_NEW') then asked_at end) as answered_at";

  private final Jdbi jdbi;

  public JdbiHarvestStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void keep(Harvest harvest) {
    Intake intake = harvest.counts().intake();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into harvests (source, asked_for, asked_at, ending, why, papers, added,
                      updated, unchanged, set_aside)
                    values (:source, :day, :at, :ending, :why, :papers, :added, :updated,
                      :unchanged, :set_aside)\
                    """)
                .bind("source", harvest.source())
                .bind("day", harvest.day())
                .bind("at", Instants.argument(harvest.askedAt()))
                .bind("ending", harvest.ending().kind().name())
                .bind("why", harvest.ending().why())
                .bind("papers", harvest.counts().papers())
                .bind("added", intake.added())
                .bind("updated", intake.updated())
                .bind("unchanged", intake.unchanged())
                .bind("set_aside", harvest.counts().setAside())
                .execute());
  }

  @Override
  public List<AskedDay> asked(String source, LocalDate first) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select asked_for, "
                        + ANSWERED
                        + " from harvests where source = :source and asked_for >= :first"
                        + " group by asked_for order by asked_for")
                .bind("source", source)
                .bind("first", first)
                .map(
                    (row, context) ->
                        new AskedDay(
                            row.getObject("asked_for", LocalDate.class),
                            Instants.orNull(row, "answered_at")))
                .list());
  }

  @Override
  public Optional<Harvest> last(String source, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + COLUMNS
                        + " from harvests h where source = :source and asked_for = :day"
                        + " order by id desc fetch first row only")
                .bind("source", source)
                .bind("day", day)
                .map((row, context) -> harvest(row))
                .findOne());
  }

  @Override
  public Map<String, SourceHealth> health(Instant since) {
    Map<String, SourceHealth> health = new HashMap<>();
    // One statement, so that a source that is asked for the first time meanwhile is in all of it or
    // in none.
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + COLUMNS
                        + String.format(
                            Locale.ROOT,
                            """
                            , s.* from harvests h join (
                              select max(id) as last_id, min(asked_at) as first_asked_at, %s,
                                sum(case when asked_at >= :since then papers else 0 end)
                                  as recent_papers,
                                sum(case when asked_at >= :since then added else 0 end)
                                  as recent_added,
                                sum(case when asked_at >= :since then updated else 0 end)
                                  as recent_updated,
                                sum(case when asked_at >= :since then unchanged else 0 end)
                                  as recent_unchanged,
                                sum(case when asked_at >= :since then set_aside else 0 end)
                                  as recent_set_aside
                              from harvests group by source) s on h.id = s.last_id\
                            """,
                            ANSWERED))
                .bind("since", Instants.argument(since))
                .map(
                    (row, context) ->
                        new SourceHealth(
                            harvest(row),
                            Instants.of(row, "first_asked_at"),
                            Instants.orNull(row, "answered_at"),
                            counts(row, "recent_")))
                .forEach(source -> health.put(source.last().source(), source)));
    return health;
  }

  @Override
  public int forget(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from harvests where asked_at < :before and id not in (
                      select max(id) from harvests where ending in ('HARVESTED', 'NOTHING_NEW')
                      group by source)\
                    """)
                .bind("before", Instants.argument(before))
                .execute());
  }

  private static Harvest harvest(ResultSet row) throws SQLException {
    return new Harvest(
        row.getString("source"),
        row.getObject("asked_for", LocalDate.class),
        Instants.of(row, "asked_at"),
        new Harvest.Ending(Harvest.Result.valueOf(row.getString("ending")), row.getString("why")),
        counts(row, ""));
  }

  private static Harvest.Counts counts(ResultSet row, String prefix) throws SQLException {
    return new Harvest.Counts(
        row.getInt(prefix + "papers"),
        new Intake(
            row.getInt(prefix + "added"),
            row.getInt(prefix + "updated"),
            row.getInt(prefix + "unchanged")),
        row.getInt(prefix + "set_aside"));
  }
}
