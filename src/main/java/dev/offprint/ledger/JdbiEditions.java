package dev.offprint.ledger;

import dev.offprint.digests.Edition;
import dev.offprint.digests.EditionNotes;
import dev.offprint.papers.JdbiPaperNames;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The chosen papers, in the table {@code editions}. A row names a paper by the id that it had when
 * it was chosen; what it is called by now stands in {@code paper_ids}, and counts.
 */
final class JdbiEditions {
  private final PreparedBatch batch;

  /** Collects rows to write. */
  JdbiEditions(Handle handle) {
    batch =
        handle.prepareBatch(
            "insert into editions (delivery_id, papers, reasons, considered, interests) values"
                + " (:delivery, :papers, :reasons, :considered, :interests)");
  }

  void add(long deliveryId, Edition edition) {
    List<ChosenPaper> chosen = edition.papers();
    batch
        .bind("considered", edition.notes().considered())
        .bind("interests", NotesText.write(edition.notes().interests()))
        .bind("delivery", deliveryId)
        .bind(
            "papers",
            chosen.stream()
                .map(paper -> paper.paper().id().value())
                .collect(Collectors.joining("\n")))
        .bind("reasons", ReasonJson.write(chosen.stream().map(ChosenPaper::reason).toList()))
        .add();
  }

  void write() {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** A row as it was written. */
  private record Row(List<String> papers, List<Reason> reasons, EditionNotes notes) {}

  /** An edition by the ids that its papers have by now, in order. */
  record Shown(Map<PaperId, Reason> papers, EditionNotes notes) {}

  /**
   * The papers of editions in order, each once and by the id it has by now, by the ids of the
   * deliveries. What is not settled leaves out a paper that an earlier edition has under another
   * id.
   */
  static Map<Long, Shown> of(Handle handle, List<Delivery> deliveries) {
    Map<Long, Row> rows = rows(handle, deliveries);
    Map<String, JdbiPaperNames.Name> names =
        JdbiPaperNames.of(
            handle,
            rows.values().stream()
                .flatMap(row -> row.papers().stream())
                .collect(Collectors.toSet()));
    Map<Long, Shown> editions = new HashMap<>();
    for (Delivery delivery : deliveries) {
      Row row = rows.get(delivery.id());
      if (row != null) {
        editions.put(delivery.id(), new Shown(shown(handle, delivery, row, names), row.notes()));
      }
    }
    return editions;
  }

  private static Map<Long, Row> rows(Handle handle, List<Delivery> deliveries) {
    Map<Long, Row> rows = new HashMap<>();
    handle
        .createQuery(
            """
            select e.delivery_id, e.papers, e.reasons, e.considered, e.interests from unnest(:ids) as wanted (id)
              join editions e on e.delivery_id = wanted.id\
            """)
        .bindArray("ids", Long.class, deliveries.stream().map(Delivery::id).toList())
        .map(
            (row, context) ->
                rows.put(
                    row.getLong("delivery_id"),
                    new Row(
                        row.getString("papers").lines().toList(),
                        ReasonJson.read(row.getString("reasons")),
                        new EditionNotes(
                            row.getInt("considered"), NotesText.read(row.getString("interests"))))))
        .list();
    return rows;
  }

  private static Map<PaperId, Reason> shown(
      Handle handle, Delivery delivery, Row row, Map<String, JdbiPaperNames.Name> names) {
    Map<String, JdbiPaperNames.Name> mine = new LinkedHashMap<>();
    row.papers().forEach(id -> mine.put(id, Objects.requireNonNull(names.get(id))));
    Map<PaperId, Reason> papers = new LinkedHashMap<>();
    for (int i = 0; i < row.papers().size(); i++) {
      PaperId paper = Objects.requireNonNull(mine.get(row.papers().get(i))).id();
      papers.putIfAbsent(paper, row.reasons().get(i));
    }
    boolean isOpen = delivery.progress().settledAt() == null;
    if (isOpen && mine.values().stream().anyMatch(JdbiPaperNames.Name::isJoined)) {
      papers.keySet().removeAll(JdbiHistories.before(handle, delivery, earliest(mine)));
      papers.keySet().removeAll(joinedToForgotten(handle, mine.values()));
    }
    return papers;
  }

  /**
   * Those which may have been sent under another id with an edition that is forgotten. Read after
   * the editions: what was not there any more is known as forgotten by now.
   */
  private static Set<PaperId> joinedToForgotten(
      Handle handle, Collection<JdbiPaperNames.Name> names) {
    LocalDate retainedSince = JdbiRetentionStore.retainedSince(handle).orElse(LocalDate.MIN);
    return names.stream()
        .filter(name -> name.isJoined() && name.announced().isBefore(retainedSince))
        .map(JdbiPaperNames.Name::id)
        .collect(Collectors.toSet());
  }

  /** The first day whose edition can have had one of the papers. */
  static LocalDate earliest(Map<String, JdbiPaperNames.Name> names) {
    return names.values().stream()
        .map(JdbiPaperNames.Name::earliest)
        .min(LocalDate::compareTo)
        .orElse(LocalDate.MAX);
  }

  /** Counts the papers that were sent for each interest since a day. */
  static Map<String, Integer> matched(Handle handle, long subscriberId, LocalDate from) {
    Map<String, Integer> counts = new HashMap<>();
    handle
        .createQuery(
            """
            select e.reasons from editions e join deliveries d on d.id = e.delivery_id
            where d.subscriber_id = :subscriber and d.status in ('SENT', 'COMPLAINED') and d.edition_day >= :from\
            """)
        .bind("subscriber", subscriberId)
        .bind("from", from)
        .mapTo(String.class)
        .forEach(
            reasons ->
                ReasonJson.interests(reasons)
                    .forEach(interest -> counts.merge(interest.text(), 1, Integer::sum)));
    return counts;
  }

  /**
   * When interests last brought something, as the latest editions of subscribers tell, by
   * subscriber and by the text of the interest.
   */
  static Map<Long, Map<String, LocalDate>> lastBrought(Handle handle, Collection<Long> ids) {
    Map<Long, Map<String, LocalDate>> days = new HashMap<>();
    if (ids.isEmpty()) {
      return days;
    }
    handle
        .createQuery(
            """
            select d.subscriber_id, e.interests from unnest(:ids) as wanted (id)
              join deliveries d on d.subscriber_id = wanted.id and d.edition_day =
                (select max(l.edition_day) from deliveries l join editions k on k.delivery_id = l.id
                  where l.subscriber_id = wanted.id)
              join editions e on e.delivery_id = d.id\
            """)
        .bindArray("ids", Long.class, ids)
        .map(
            (row, context) ->
                days.put(row.getLong("subscriber_id"), NotesText.days(row.getString("interests"))))
        .list();
    return days;
  }

  static void delete(Handle handle, long deliveryId) {
    handle
        .createUpdate("delete from editions where delivery_id = :id")
        .bind("id", deliveryId)
        .execute();
  }

  /** The ids of all papers of some editions. */
  static Set<String> papers(List<List<ChosenPaper>> editions) {
    return editions.stream()
        .flatMap(List::stream)
        .map(chosen -> chosen.paper().id().value())
        .collect(Collectors.toSet());
  }
}
