package dev.offprint.ledger;

import dev.offprint.papers.JdbiPaperNames;
import dev.offprint.papers.PaperId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What subscribers were sent, from the tables {@code deliveries} and {@code editions}. */
final class JdbiHistories {
  private JdbiHistories() {}

  /** By subscriber, of a day and of later ones; whoever has none is left out. */
  static Map<Long, History> of(Handle handle, Collection<Long> subscriberIds, LocalDate since) {
    Map<Long, History> histories = new HashMap<>();
    Map<Long, List<String>> papers = new HashMap<>();
    handle
        .createQuery(
            """
            select d.subscriber_id, d.edition_day, e.papers from unnest(:subscribers) as wanted (id)
              join deliveries d on d.subscriber_id = wanted.id and d.edition_day >= :since
              left join editions e on e.delivery_id = d.id\
            """)
        .bindArray("subscribers", Long.class, subscriberIds)
        .bind("since", since)
        .map(
            (row, context) -> {
              long subscriber = row.getLong("subscriber_id");
              histories
                  .computeIfAbsent(subscriber, id -> new History(new HashSet<>(), new HashSet<>()))
                  .days()
                  .add(row.getObject("edition_day", LocalDate.class));
              String chosen = row.getString("papers");
              if (chosen != null) {
                papers.computeIfAbsent(subscriber, id -> new ArrayList<>()).add(chosen);
              }
              return subscriber;
            })
        .list();
    Map<String, PaperId> names = names(handle, papers.values());
    papers.forEach(
        (subscriber, editions) ->
            add(editions, names, Objects.requireNonNull(histories.get(subscriber)).papers()));
    return histories;
  }

  /** Of all days. */
  static Set<PaperId> sentTo(Handle handle, long subscriberId) {
    return named(
        handle,
        handle
            .createQuery(
                """
                select e.papers from editions e join deliveries d on d.id = e.delivery_id
                where d.subscriber_id = :subscriber\
                """)
            .bind("subscriber", subscriberId)
            .mapTo(String.class)
            .list());
  }

  /** Of the editions that were planned before one, from a day on. */
  static Set<PaperId> before(Handle handle, Delivery delivery, LocalDate since) {
    return named(
        handle,
        handle
            .createQuery(
                """
                select e.papers from deliveries d join editions e on e.delivery_id = d.id
                where d.subscriber_id = :subscriber and d.edition_day >= :since and d.id < :id\
                """)
            .bind("subscriber", delivery.subscriberId())
            .bind("since", since)
            .bind("id", delivery.id())
            .mapTo(String.class)
            .list());
  }

  private static Set<PaperId> named(Handle handle, List<String> editions) {
    Set<PaperId> papers = new HashSet<>();
    add(editions, names(handle, List.of(editions)), papers);
    return papers;
  }

  private static void add(List<String> editions, Map<String, PaperId> names, Set<PaperId> papers) {
    editions.stream()
        .flatMap(String::lines)
        .forEach(id -> papers.add(Objects.requireNonNull(names.get(id), id)));
  }

  private static Map<String, PaperId> names(Handle handle, Collection<List<String>> editions) {
    Set<String> ids = new HashSet<>();
    editions.forEach(each -> each.forEach(papers -> papers.lines().forEach(ids::add)));
    Map<String, PaperId> names = new HashMap<>();
    JdbiPaperNames.of(handle, ids).forEach((id, name) -> names.put(id, name.id()));
    return names;
  }
}
