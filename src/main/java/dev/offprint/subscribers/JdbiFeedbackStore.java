package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import dev.offprint.papers.JdbiPaperNames;
import dev.offprint.papers.PaperId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Feedback in the database, in the table {@code feedback}. */
public final class JdbiFeedbackStore implements FeedbackStore {
  private final Jdbi jdbi;

  public JdbiFeedbackStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void say(long subscriberId, PaperId paper, Judgment judgment, Instant now) {
    jdbi.useTransaction(
        handle -> {
          JdbiPaperNames.Name known =
              JdbiPaperNames.of(handle, List.of(paper.value())).get(paper.value());
          if (known == null || !lock(handle, subscriberId)) {
            return;
          }
          delete(handle, subscriberId, paper);
          leaveRoom(handle, subscriberId);
          handle
              .createUpdate(
                  """
                  insert into feedback (subscriber_id, paper_id, judgment, said_at)
                  values (:subscriber, :paper, :judgment, :now)\
                  """)
              .bind("subscriber", subscriberId)
              .bind("paper", known.id().value())
              .bind("judgment", judgment.name())
              .bind("now", Instants.argument(now))
              .execute();
        });
  }

  /** Keeps two clicks of one subscriber apart, which would both find nothing to replace. */
  private static boolean lock(Handle handle, long subscriberId) {
    return handle
        .createQuery("select id from subscribers where id = :id for update")
        .bind("id", subscriberId)
        .mapTo(Long.class)
        .findFirst()
        .isPresent();
  }

  private static void leaveRoom(Handle handle, long subscriberId) {
    handle
        .createUpdate(
            """
            delete from feedback where subscriber_id = :subscriber and paper_id not in (
              select paper_id from feedback where subscriber_id = :subscriber
              order by said_at desc, paper_id fetch first :most rows only)
            """)
        .bind("subscriber", subscriberId)
        .bind("most", MOST - 1)
        .execute();
  }

  @Override
  public void takeBack(long subscriberId, PaperId paper) {
    jdbi.useHandle(handle -> delete(handle, subscriberId, paper));
  }

  private static void delete(Handle handle, long subscriberId, PaperId paper) {
    List<String> ids = JdbiPaperNames.all(handle, paper);
    if (!ids.isEmpty()) {
      handle
          .createUpdate(
              "delete from feedback where subscriber_id = :subscriber and paper_id in (<ids>)")
          .bind("subscriber", subscriberId)
          .bindList("ids", ids)
          .execute();
    }
  }

  @Override
  public Feedback of(long subscriberId) {
    return of(List.of(subscriberId)).getOrDefault(subscriberId, Feedback.NONE);
  }

  @Override
  public Map<Long, Feedback> of(Collection<Long> subscriberIds) {
    Map<Long, Map<PaperId, Judgment>> said = new HashMap<>();
    jdbi.useHandle(handle -> read(handle, subscriberIds, said));
    Map<Long, Feedback> feedback = new HashMap<>();
    said.forEach((id, judgments) -> feedback.put(id, feedback(judgments)));
    return feedback;
  }

  /** A row as it was written. */
  private record Said(long subscriberId, String paper, Judgment judgment) {}

  /** Of two papers that have become one since, the later word counts. */
  private static void read(
      Handle handle, Collection<Long> subscriberIds, Map<Long, Map<PaperId, Judgment>> said) {
    List<Said> rows =
        handle
            .createQuery(
                """
                select l.subscriber_id, l.paper_id, l.judgment from unnest(:subscribers) as wanted (id)
                  join feedback l on l.subscriber_id = wanted.id
                order by l.subscriber_id, l.said_at desc, l.paper_id
                """)
            .bindArray("subscribers", Long.class, subscriberIds)
            .setFetchSize(1_000)
            .map(
                (row, context) ->
                    new Said(
                        row.getLong("subscriber_id"),
                        row.getString("paper_id"),
                        Judgment.valueOf(row.getString("judgment"))))
            .list();
    Map<String, JdbiPaperNames.Name> names =
        JdbiPaperNames.of(handle, rows.stream().map(Said::paper).collect(Collectors.toSet()));
    rows.forEach(
        row ->
            said.computeIfAbsent(row.subscriberId(), id -> new LinkedHashMap<>())
                .putIfAbsent(Objects.requireNonNull(names.get(row.paper())).id(), row.judgment()));
  }

  private static Feedback feedback(Map<PaperId, Judgment> judgments) {
    List<PaperId> more = new ArrayList<>();
    List<PaperId> less = new ArrayList<>();
    judgments.forEach((paper, judgment) -> (judgment == Judgment.MORE ? more : less).add(paper));
    return new Feedback(more, less);
  }
}
