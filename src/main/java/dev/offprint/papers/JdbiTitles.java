package dev.offprint.papers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The titles of some sightings beside all that were ever kept under the same keys, in the table
 * {@code paper_titles}. Titles are only added, so that a later version with another title takes
 * nothing from what was recognised by the first.
 */
final class JdbiTitles {
  private static final String INSERT =
      "insert into paper_titles (title_key, shown_on, id) values (:key, :day, :id)";

  private final Set<TitleKey> kept = new HashSet<>();
  private final Set<TitleKey> added = new LinkedHashSet<>();
  private final Map<String, Set<TitleKey>> byKey = new HashMap<>();

  private JdbiTitles() {}

  /** The kept titles and those of the sightings. */
  static JdbiTitles of(Handle handle, Collection<TitleKey> keys) {
    JdbiTitles titles = new JdbiTitles();
    if (!keys.isEmpty()) {
      List<String> wanted = keys.stream().map(TitleKey::key).distinct().toList();
      handle
          .createQuery(
              "select title_key, shown_on, id from paper_titles where title_key in (<keys>)")
          .bindList("keys", wanted)
          .map(
              (row, context) ->
                  new TitleKey(
                      row.getString("title_key"),
                      row.getObject("shown_on", LocalDate.class),
                      new PaperId(row.getString("id"))))
          .forEach(titles.kept::add);
    }
    titles.added.addAll(keys);
    titles.added.removeAll(titles.kept);
    titles.kept.forEach(titles::sort);
    titles.added.forEach(titles::sort);
    return titles;
  }

  private void sort(TitleKey title) {
    byKey.computeIfAbsent(title.key(), key -> new LinkedHashSet<>()).add(title);
  }

  /** The ids of the kept titles, whose papers take part in what follows. */
  Set<PaperId> ids() {
    Set<PaperId> ids = new HashSet<>();
    kept.forEach(title -> ids.add(title.id()));
    return ids;
  }

  /** Tells which ids name one work, because their titles do. */
  void tell(PaperIdentities kinship) {
    for (TitleKey title : added) {
      for (TitleKey other : byKey.getOrDefault(title.key(), Set.of())) {
        if (title.sameWorkAs(other)) {
          kinship.unite(title.id(), other.id());
        }
      }
    }
  }

  /** Keeps the titles that are new, once their ids are kept. */
  void write(Handle handle) {
    if (added.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
      added.forEach(
          title ->
              batch
                  .bind("key", title.key())
                  .bind("day", title.day())
                  .bind("id", title.id().value())
                  .add());
      batch.execute();
    }
  }
}
