package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import dev.offprint.db.NodeShare;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Goes through the index by which subscribers lie in the order in which they are due. */
final class JdbiDueSubscribers implements DueSubscribers {
  private final Jdbi jdbi;
  private final Instant until;
  private final NodeShare share;
  private final JdbiSubscriberRows rows = new JdbiSubscriberRows();
  private @Nullable Subscriber last;

  JdbiDueSubscribers(Jdbi jdbi, Instant until, NodeShare share) {
    this.jdbi = jdbi;
    this.share = share;
    this.until = until;
  }

  /** Whoever is due within a day is so by any timing. */
  static int correct(Handle handle, Instant now) {
    Map<Subscriber, Instant> latest = new LinkedHashMap<>();
    List<Subscriber> later =
        handle
            .createQuery("select * from subscribers where status = 'ACTIVE' and next_due > :soon")
            .bind("soon", Instants.argument(now.plus(Duration.ofHours(23))))
            .scanResultSet(new JdbiSubscriberRows()::read);
    for (Subscriber reader : later) {
      Instant due = reader.preferences().timing().nextAfter(now);
      if (reader.nextDue().isAfter(due)) {
        latest.put(reader, due);
      }
    }
    return move(handle, latest);
  }

  static void setDueAgain(Handle handle, Collection<Subscriber> planned, Instant now) {
    Map<Subscriber, Instant> nextDue = new HashMap<>();
    planned.forEach(each -> nextDue.put(each, each.preferences().timing().nextAfter(now)));
    move(handle, nextDue);
  }

  /** Moves when each is next due, unless they have changed that since they were read. */
  private static int move(Handle handle, Map<Subscriber, Instant> nextDue) {
    if (nextDue.isEmpty()) {
      return 0;
    }
    var batch =
        handle.prepareBatch(
            "update subscribers set next_due = :due where id = :id and next_due = :before");
    // In order, so that two writers wait for each other and do not deadlock.
    nextDue.entrySet().stream()
        .sorted(Comparator.comparingLong(each -> each.getKey().id()))
        .forEach(
            each ->
                batch
                    .bind("due", Instants.argument(each.getValue()))
                    .bind("id", each.getKey().id())
                    .bind("before", Instants.argument(each.getKey().nextDue()))
                    .add());
    return IntStream.of(batch.execute()).sum();
  }

  static Optional<Long> activeAfter(Handle handle, int others) {
    return handle
        .createQuery(
            "select id from subscribers where status = 'ACTIVE' order by id"
                + " offset :others rows fetch first row only")
        .bind("others", others)
        .mapTo(Long.class)
        .findOne();
  }

  static int activeBefore(Handle handle, long id) {
    return handle
        .createQuery("select count(*) from subscribers where status = 'ACTIVE' and id < :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public List<Subscriber> next(int limit) {
    Instant after = last == null ? Instant.EPOCH : last.nextDue();
    long afterId = last == null ? Long.MIN_VALUE : last.id();
    // The first condition on the place follows from the second, and is what both databases start
    // reading at. Ordered by the status too, which is always the same, to have the index's order.
    List<Subscriber> next =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select * from subscribers where status = 'ACTIVE' and next_due <= :until
                          and next_due >= :after and (next_due > :after or id > :afterId)
                          and mod(mod(id, :parts), :of) = :index
                        order by status, next_due, id fetch first :limit rows only\
                        """)
                    .setFetchSize(1_000)
                    .bind("until", Instants.argument(until))
                    .bind("after", Instants.argument(after))
                    .bind("afterId", afterId)
                    .bind("parts", NodeShare.PARTS)
                    .bind("of", share.of())
                    .bind("index", share.index())
                    .bind("limit", limit)
                    .scanResultSet(rows::read));
    last = next.isEmpty() ? last : next.getLast();
    return next;
  }
}
