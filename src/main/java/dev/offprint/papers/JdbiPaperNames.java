package dev.offprint.ledger;

import dev.offprint.papers.PaperId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What papers are called by now, by the ids that they had when they were chosen. */
final class JdbiPaperNames {
  private JdbiPaperNames() {}

  /**
   * One paper.
   *
   * @param id its id by now
   * @param announced its day by now; what it was sent with is not older
   * @param isJoined whether it has had several ids, by one of which it may have been sent
   */
  record Name(PaperId id, LocalDate announced, boolean isJoined) {}

  /** Looks ids up; each of them is known, because the store forgets none. */
  static Map<String, Name> of(Handle handle, Collection<String> ids) {
    Map<String, Name> names = new HashMap<>();
    if (ids.isEmpty()) {
      return names;
    }
    handle
        .createQuery(
            """
            select named.id, named.paper_id, p.announced, exists (
                select 1 from paper_ids other
                where other.paper_id = named.paper_id and other.id <> named.id) as is_joined
              from unnest(:ids) as wanted (id)
              join paper_ids named on named.id = wanted.id
              join papers p on p.id = named.paper_id\
            """)
        .bindArray("ids", String.class, ids)
        .map(
            (row, context) ->
                names.put(
                    row.getString("id"),
                    new Name(
                        new PaperId(row.getString("paper_id")),
                        row.getObject("announced", LocalDate.class),
                        row.getBoolean("is_joined"))))
        .list();
    return names;
  }
}
