package dev.offprint.outbox;

import dev.offprint.digests.Edition;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The chosen papers, in the table {@code edition_papers}. A row names a paper by the id that it had
 * when it was chosen; what it is called by now stands in {@code paper_ids}, and counts.
 */
final class JdbiEditionPapers {
  private JdbiEditionPapers() {}

  /** One chosen paper, by the id it has by now. */
  record Row(PaperId paper, String reason) {}

  /**
   * The papers of one edition in order, each once. What is not settled leaves out a paper that an
   * earlier edition has under another id.
   */
  static List<Row> of(Handle handle, long deliveryId) {
    Map<PaperId, Row> rows = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select named.paper_id, chosen.reason from edition_papers chosen
              join paper_ids named on named.id = chosen.paper_id
              join deliveries d on d.id = chosen.delivery_id
            where chosen.delivery_id = :delivery
              and (d.settled_at is not null or not exists (
                select 1 from edition_papers earlier
                  join paper_ids also on also.id = earlier.paper_id
                where also.paper_id = named.paper_id
                  and earlier.subscriber_id = chosen.subscriber_id
                  and earlier.delivery_id < chosen.delivery_id))
            order by chosen.position\
            """)
        .bind("delivery", deliveryId)
        .map(
            (row, context) ->
                new Row(new PaperId(row.getString("paper_id")), row.getString("reason")))
        .forEach(row -> rows.putIfAbsent(row.paper(), row));
    return List.copyOf(rows.values());
  }

  static Set<PaperId> sentTo(Handle handle, long subscriberId) {
    return handle
        .createQuery(
            """
            select named.paper_id from edition_papers chosen
              join paper_ids named on named.id = chosen.paper_id
            where chosen.subscriber_id = :subscriber\
            """)
        .bind("subscriber", subscriberId)
        .map((row, context) -> new PaperId(row.getString("paper_id")))
        .set();
  }

  /** Counts the papers that were sent for each interest since a day. */
  static Map<Interest, Integer> matched(Handle handle, long subscriberId, LocalDate from) {
    Map<Interest, Integer> counts = new HashMap<>();
    handle
        .createQuery(
            """
            select chosen.reason from edition_papers chosen
              join deliveries d on d.id = chosen.delivery_id
            where chosen.subscriber_id = :subscriber and d.status = 'SENT'
              and d.edition_day >= :from\
            """)
        .bind("subscriber", subscriberId)
        .bind("from", from)
        .map((row, context) -> ReasonJson.interest(row.getString("reason")))
        .forEach(interest -> interest.ifPresent(matched -> counts.merge(matched, 1, Integer::sum)));
    return counts;
  }

  /** By subscriber, of the editions of a day and of later ones. */
  static Map<Long, Set<PaperId>> sentTo(
      Handle handle, Collection<Long> subscriberIds, LocalDate since) {
    Map<Long, Set<PaperId>> sent = new HashMap<>();
    Map<String, PaperId> ids = new HashMap<>();
    handle
        .createQuery(
            """
            select d.subscriber_id, named.paper_id from unnest(:subscribers) as wanted (id)
              join deliveries d on d.subscriber_id = wanted.id
              join edition_papers chosen on chosen.delivery_id = d.id
              join paper_ids named on named.id = chosen.paper_id
            where d.edition_day >= :since\
            """)
        .bindArray("subscribers", Long.class, subscriberIds)
        .bind("since", since)
        .map(
            (row, context) ->
                sent.computeIfAbsent(row.getLong("subscriber_id"), id -> new HashSet<>())
                    .add(ids.computeIfAbsent(row.getString("paper_id"), PaperId::new)))
        .list();
    return sent;
  }

  /** Whether one of the papers was sent, or is about to be, under any of its ids. */
  static boolean anySentTo(Handle handle, long subscriberId, List<ChosenPaper> papers) {
    return !papers.isEmpty()
        && handle
            .createQuery(
                """
                select 1 from paper_ids wanted
                  join paper_ids named on named.paper_id = wanted.paper_id
                  join edition_papers chosen on chosen.paper_id = named.id
                where wanted.id in (<ids>) and chosen.subscriber_id = :subscriber
                fetch first row only\
                """)
            .bindList("ids", papers.stream().map(chosen -> chosen.paper().id().value()).toList())
            .bind("subscriber", subscriberId)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
  }

  static void insert(Handle handle, Delivery delivery, Edition edition) {
    insert(handle, List.of(edition), Map.of(delivery.subscriberId(), delivery.id()));
  }

  /**
   * Inserts the papers of editions of different subscribers.
   *
   * @param deliveries by subscriber
   */
  static void insert(Handle handle, List<Edition> editions, Map<Long, Long> deliveries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into edition_papers (delivery_id, position, subscriber_id, paper_id, reason)"
                + " values (:delivery, :position, :subscriber, :paper, :reason)");
    for (Edition edition : editions) {
      long subscriber = edition.subscriber().id();
      add(batch, Objects.requireNonNull(deliveries.get(subscriber)), subscriber, edition.papers());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void add(
      PreparedBatch batch, long delivery, long subscriber, List<ChosenPaper> chosen) {
    // In the order of the unique key, so that two writers wait for each other and do not deadlock.
    List<Integer> positions = new ArrayList<>(IntStream.range(0, chosen.size()).boxed().toList());
    positions.sort(Comparator.comparing(position -> chosen.get(position).paper().id().value()));
    for (int position : positions) {
      ChosenPaper paper = chosen.get(position);
      batch
          .bind("delivery", delivery)
          .bind("position", position)
          .bind("subscriber", subscriber)
          .bind("paper", paper.paper().id().value())
          .bind("reason", ReasonJson.write(paper.reason()))
          .add();
    }
  }
}
