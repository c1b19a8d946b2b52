package dev.offprint.papers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Every id that is known and the paper that it names, in the table {@code paper_ids}. */
final class JdbiPaperIds {
  private JdbiPaperIds() {}

  /** The papers that those of the ids name which are known. */
  static Map<PaperId, PaperId> papers(Handle handle, Collection<PaperId> ids) {
    Map<PaperId, PaperId> papers = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery("select id, paper_id from paper_ids where id in (<ids>)")
          .bindList("ids", values(ids))
          .map(
              (row, context) ->
                  papers.put(
                      new PaperId(row.getString("id")), new PaperId(row.getString("paper_id"))))
          .list();
    }
    return papers;
  }

  /** Adds ids that were not known. */
  static void add(Handle handle, Map<PaperId, PaperId> papers) {
    if (papers.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        handle.prepareBatch("insert into paper_ids (id, paper_id) values (:id, :paper)")) {
      papers.forEach(
          (id, paper) -> batch.bind("id", id.value()).bind("paper", paper.value()).add());
      batch.execute();
    }
  }

  /** Lets every id of a paper that is absorbed name the one that absorbs it. */
  static void absorb(Handle handle, Map<PaperId, PaperId> absorbed) {
    try (PreparedBatch batch =
        handle.prepareBatch("update paper_ids set paper_id = :into where paper_id = :from")) {
      absorbed.forEach(
          (from, into) -> batch.bind("from", from.value()).bind("into", into.value()).add());
      batch.execute();
    }
  }

  static List<String> values(Collection<PaperId> ids) {
    return ids.stream().map(PaperId::value).distinct().toList();
  }
}
