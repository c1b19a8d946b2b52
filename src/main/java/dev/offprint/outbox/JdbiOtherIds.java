package dev.offprint.outbox;

import dev.offprint.digests.Edition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The other ids of the papers of some editions, as they are by now. Most papers have none, and then
 * the unique key of the chosen papers sees all.
 */
final class JdbiOtherIds {
  private static final int AT_ONCE = 500;

  private final Handle handle;
  private final Map<String, Set<String>> others = new HashMap<>();

  JdbiOtherIds(Handle handle, List<Edition> editions) {
    this.handle = handle;
    List<String> papers =
        editions.stream()
            .flatMap(edition -> edition.papers().stream())
            .map(chosen -> chosen.paper().id().value())
            .distinct()
            .sorted()
            .toList();
    for (int from = 0; from < papers.size(); from += AT_ONCE) {
      look(papers.subList(from, Math.min(from + AT_ONCE, papers.size())));
    }
  }

  private void look(List<String> papers) {
    handle
        .createQuery(
            """
            select wanted.id as wanted, named.id as other from paper_ids wanted
              join paper_ids named on named.paper_id = wanted.paper_id
            where wanted.id in (<ids>) and named.id <> wanted.id\
            """)
        .bindList("ids", papers)
        .map(
            (row, context) ->
                others
                    .computeIfAbsent(row.getString("wanted"), id -> new TreeSet<>())
                    .add(row.getString("other")))
        .list();
  }

  /** Whether one of the papers was sent, or is about to be, under another of its ids. */
  boolean sentUnderAnother(Edition edition) {
    Set<String> ids =
        edition.papers().stream()
            .flatMap(chosen -> others.getOrDefault(chosen.paper().id().value(), Set.of()).stream())
            .collect(Collectors.toSet());
    return !ids.isEmpty()
        && handle
            .createQuery(
                "select 1 from edition_papers where subscriber_id = :subscriber and paper_id in"
                    + " (<ids>) fetch first row only")
            .bind("subscriber", edition.subscriber().id())
            .bindList("ids", List.copyOf(ids))
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
  }
}
