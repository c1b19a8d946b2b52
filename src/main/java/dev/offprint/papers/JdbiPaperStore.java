package dev.offprint.papers;

import dev.offprint.db.ExclusiveLock;
import dev.offprint.db.Instants;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Papers in the database. */
public final class JdbiPaperStore implements PaperStore {
  private static final JdbiPaperRows ROWS = new JdbiPaperRows();

  /** How many papers are looked up and written in one statement. */
  private static final int BATCH = 500;

  private final Jdbi jdbi;

  public JdbiPaperStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Intake record(Collection<Sighting> sightings) {
    return recordEach(List.of(sightings)).getFirst();
  }

  @Override
  public List<Intake> recordEach(List<? extends Collection<Sighting>> lots) {
    return jdbi.inTransaction(
        handle -> {
          ExclusiveLock.PAPER_INTAKE.await(handle);
          JdbiRevision revision = new JdbiRevision(handle);
          return lots.stream().map(lot -> take(handle, revision, List.copyOf(lot))).toList();
        });
  }

  private static Intake take(Handle handle, JdbiRevision revision, List<Sighting> all) {
    Intake intake = Intake.NOTHING;
    for (int from = 0; from < all.size(); from += BATCH) {
      intake =
          intake.plus(
              JdbiIntake.take(
                  handle, revision, all.subList(from, Math.min(from + BATCH, all.size()))));
    }
    return intake;
  }

  @Override
  public Optional<Candidate> find(PaperId id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  @Override
  public Map<PaperId, Candidate> find(Collection<PaperId> ids) {
    Map<PaperId, Candidate> known = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery(
                      """
                      select i.id as asked_for, p.* from paper_ids i join papers p on p.id = i.paper_id
                      where i.id in (<ids>)\
                      """)
                  .bindList("ids", JdbiPaperIds.values(ids))
                  .map(
                      (row, context) ->
                          known.put(
                              new PaperId(row.getString("asked_for")), ROWS.map(row, context)))
                  .list());
    }
    return known;
  }

  @Override
  public List<Candidate> announced(LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from papers
                    where announced between :from and :to and withdrawn is null
                    order by announced desc, id\
                    """)
                .bind("from", from)
                .bind("to", to)
                .map(ROWS)
                .list());
  }

  @Override
  public List<Signal> history(PaperId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select s.* from signals s join paper_ids i on i.paper_id = s.paper_id
                    where i.id = :id order by observed_at, source, kind\
                    """)
                .bind("id", id.value())
                .map(
                    (row, context) ->
                        new Signal(
                            new PaperId(row.getString("paper_id")),
                            row.getString("source"),
                            Signal.Metric.valueOf(row.getString("kind")),
                            row.getInt("observed_value"),
                            Instants.of(row, "observed_at")))
                .list());
  }

  @Override
  public long revision() {
    return jdbi.withHandle(JdbiRevision::latest);
  }

  @Override
  public void changedSince(long revision, Consumer<Candidate> consumer) {
    // A portion at a time, as H2 has the whole of a result in memory. A paper that changes
    // meanwhile
    // may be told of twice, the second time as it is then.
    long last = revision;
    for (List<Revised> portion = after(last); !portion.isEmpty(); portion = after(last)) {
      portion.forEach(revised -> consumer.accept(revised.candidate()));
      last = portion.getLast().revision();
    }
  }

  private record Revised(long revision, Candidate candidate) {}

  private List<Revised> after(long revision) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from papers where revision > :revision
                    order by revision fetch first :most rows with ties\
                    """)
                .bind("revision", revision)
                .bind("most", BATCH)
                .map((row, context) -> new Revised(row.getLong("revision"), ROWS.map(row, context)))
                .list());
  }

  @Override
  public List<PaperId> mergedSince(long revision) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select i.id from papers p join paper_ids i on i.paper_id = p.id
                    where p.revision > :revision and i.id <> p.id\
                    """)
                .bind("revision", revision)
                .map((row, context) -> new PaperId(row.getString("id")))
                .list());
  }

  @Override
  public List<AnnouncedDay> announcedDays(LocalDate before, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select announced, count(*) as papers from papers
                    where announced < :before and withdrawn is null
                    group by announced order by announced desc fetch first :limit rows only\
                    """)
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new AnnouncedDay(
                            row.getObject("announced", LocalDate.class), row.getInt("papers")))
                .list());
  }
}
