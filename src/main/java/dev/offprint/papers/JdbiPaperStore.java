package dev.offprint.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Papers in the database. */
public final class JdbiPaperStore implements PaperStore {
  private static final String INSERT =
      """
      insert into papers (id, title, abstract, authors, categories, page_url, pdf_url, code_url, published,
        announced, withdrawn, upvotes, comments, stars, first_seen)
      values (:id, :title, :abstract, :authors, :categories, :page_url, :pdf_url, :code_url, :published,
        :announced, :withdrawn, :upvotes, :comments, :stars, :first_seen)\
      """;
  private static final String UPDATE =
      """
      update papers set title = :title, abstract = :abstract, authors = :authors, categories = :categories,
        page_url = :page_url, pdf_url = :pdf_url, code_url = :code_url, published = :published,
        announced = :announced, withdrawn = :withdrawn, upvotes = :upvotes, comments = :comments, stars = :stars
      where id = :id\
      """;

  /** How many papers are looked up and written in one statement. */
  private static final int BATCH = 500;

  private final Jdbi jdbi;

  public JdbiPaperStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Intake record(Collection<Sighting> sightings) {
    List<Sighting> all = List.copyOf(sightings);
    return jdbi.inTransaction(
        handle -> {
          JdbiIntakeTurn.await(handle);
          Intake intake = Intake.NOTHING;
          for (int from = 0; from < all.size(); from += BATCH) {
            intake =
                intake.plus(record(handle, all.subList(from, Math.min(from + BATCH, all.size()))));
          }
          return intake;
        });
  }

  private static Intake record(Handle handle, List<Sighting> sightings) {
    List<String> ids =
        sightings.stream().map(sighting -> sighting.paper().id().value()).distinct().toList();
    Map<PaperId, Candidate> known = known(handle, ids);
    JdbiSignals signals = JdbiSignals.of(handle, ids);
    Map<PaperId, Candidate> added = new LinkedHashMap<>();
    Map<PaperId, Instant> firstSeen = new HashMap<>();
    Map<PaperId, Candidate> changed = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      PaperId id = sighting.paper().id();
      Candidate before = known.get(id);
      Candidate after = before == null ? Merge.first(sighting) : Merge.later(before, sighting);
      known.put(id, after);
      if (before == null) {
        firstSeen.put(id, sighting.observedAt());
      }
      if (before == null || added.containsKey(id)) {
        added.put(id, after);
      } else if (!after.equals(before)) {
        changed.put(id, after);
      }
      signals.add(sighting);
    }
    write(handle, INSERT, added, firstSeen);
    write(handle, UPDATE, changed, Map.of());
    signals.write(handle);
    return new Intake(added.size(), changed.size(), ids.size() - added.size() - changed.size());
  }

  private static void write(
      Handle handle, String sql, Map<PaperId, Candidate> papers, Map<PaperId, Instant> firstSeen) {
    if (papers.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      papers.forEach(
          (id, paper) -> {
            JdbiPaperRows.bind(batch, paper);
            if (firstSeen.containsKey(id)) {
              batch.bind("first_seen", firstSeen.get(id));
            }
            batch.add();
          });
      batch.execute();
    }
  }

  private static Map<PaperId, Candidate> known(Handle handle, List<String> ids) {
    Map<PaperId, Candidate> known = new HashMap<>();
    handle
        .createQuery("select * from papers where id in (<ids>)")
        .bindList("ids", ids)
        .map(new JdbiPaperRows())
        .forEach(candidate -> known.put(candidate.paper().id(), candidate));
    return known;
  }

  @Override
  public Optional<Candidate> find(PaperId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from papers where id = :id")
                .bind("id", id.value())
                .map(new JdbiPaperRows())
                .findOne());
  }

  @Override
  public Map<PaperId, Candidate> find(Collection<PaperId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbi.withHandle(
            handle -> known(handle, ids.stream().map(PaperId::value).distinct().toList()));
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
                .map(new JdbiPaperRows())
                .list());
  }

  @Override
  public List<Signal> history(PaperId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from signals where paper_id = :id order by observed_at, source, kind")
                .bind("id", id.value())
                .map(
                    (row, context) ->
                        new Signal(
                            id,
                            row.getString("source"),
                            Signal.Kind.valueOf(row.getString("kind")),
                            row.getInt("observed_value"),
                            row.getObject("observed_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list());
  }

  @Override
  public void forEach(Consumer<Candidate> consumer) {
    jdbi.useTransaction(
        handle -> {
          // PostgreSQL reads a result piece by piece only inside a transaction and with a fetch
          // size.
          try (Stream<Candidate> papers =
              handle
                  .createQuery("select * from papers")
                  .setFetchSize(BATCH)
                  .map(new JdbiPaperRows())
                  .stream()) {
            papers.forEach(consumer);
          }
        });
  }
}
