package dev.offprint.papers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What papers are called by now, by the ids that they had when somebody wrote them down; for the
 * stores of other features, within their transactions.
 */
public final class JdbiPaperNames {
  private JdbiPaperNames() {}

  /**
   * One paper.
   *
   * @param id its id by now
   * @param announced its day by now
   * @param earliest the first day whose edition can have had it
   * @param isJoined whether it has had several ids, by one of which it may have been sent
   */
  public record Name(PaperId id, LocalDate announced, LocalDate earliest, boolean isJoined) {}

  /** Looks ids up. Whatever was ever known is found, because the store forgets none. */
  public static Map<String, Name> of(Handle handle, Collection<String> ids) {
    Map<String, Name> names = new HashMap<>();
    if (ids.isEmpty()) {
      return names;
    }
    handle
        .createQuery(
            """
            select named.id, named.paper_id, p.announced, p.earliest, exists (
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
                        row.getObject("earliest", LocalDate.class),
                        row.getBoolean("is_joined"))))
        .list();
    return names;
  }

  /** Every id that the paper of this id is or was known by; none when that is not known. */
  public static List<String> all(Handle handle, PaperId paper) {
    return handle
        .createQuery(
            """
            select also.id from paper_ids asked join paper_ids also on also.paper_id = asked.paper_id
            where asked.id = :paper\
            """)
        .bind("paper", paper.value())
        .mapTo(String.class)
        .list();
  }
}
