package dev.offprint.groups;

import dev.offprint.db.Instants;
import dev.offprint.subscribers.JdbiJoining;
import dev.offprint.subscribers.LinkTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who is in which group, in the table {@code group_members}. */
public final class JdbiGroupMembers implements JdbiJoining {
  @Override
  public boolean isMember(Handle handle, long subscriberId, long groupId) {
    return handle
        .createQuery(
            """
            select 1 from group_members
            where subscriber_id = :subscriber and group_id = :group and joined_at is not null\
            """)
        .bind("subscriber", subscriberId)
        .bind("group", groupId)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  @Override
  public void ask(Handle handle, long subscriberId, long groupId, Instant now) {
    forget(handle, subscriberId);
    // Whoever reads a page that lists a group may find it removed when they ask to join.
    handle
        .createUpdate(
            """
            insert into group_members (subscriber_id, group_id, asked_at)
            select :subscriber, id, :now from reader_groups where id = :group and not exists (
              select 1 from group_members where subscriber_id = :subscriber and group_id = :group)\
            """)
        .bind("subscriber", subscriberId)
        .bind("group", groupId)
        .bind("now", Instants.argument(now))
        .execute();
  }

  @Override
  public boolean confirm(Handle handle, long subscriberId, Instant now) {
    forgetBefore(handle, now.minus(LinkTokens.CONFIRM_WITHIN));
    leaveOtherEditions(handle, subscriberId);
    return handle
            .createUpdate(
                """
                update group_members set joined_at = :now
                where subscriber_id = :subscriber and joined_at is null\
                """)
            .bind("subscriber", subscriberId)
            .bind("now", Instants.argument(now))
            .execute()
        > 0;
  }

  /** One edition that is the same for all takes the place of another. */
  private static void leaveOtherEditions(Handle handle, long subscriberId) {
    handle
        .createUpdate(
            """
            delete from group_members where subscriber_id = :subscriber and joined_at is not null
              and group_id in (select id from reader_groups where same_for_all)
              and exists (
                select 1 from group_members m join reader_groups g on g.id = m.group_id
                where m.subscriber_id = :subscriber and m.joined_at is null and g.same_for_all)\
            """)
        .bind("subscriber", subscriberId)
        .execute();
  }

  /** Makes members, whether they were asked to join or not. */
  static void join(Handle handle, Collection<Long> subscriberIds, long groupId, Instant now) {
    PreparedBatch asked =
        handle.prepareBatch(
            """
            update group_members set joined_at = :now
            where subscriber_id = :subscriber and group_id = :group and joined_at is null\
            """);
    PreparedBatch others =
        handle.prepareBatch(
            """
            insert into group_members (subscriber_id, group_id, asked_at, joined_at)
            select :subscriber, id, :now, :now from reader_groups where id = :group and not exists (
              select 1 from group_members where subscriber_id = :subscriber and group_id = :group)\
            """);
    for (long id : subscriberIds) {
      for (PreparedBatch batch : List.of(asked, others)) {
        batch
            .bind("subscriber", id)
            .bind("group", groupId)
            .bind("now", Instants.argument(now))
            .add();
      }
    }
    asked.execute();
    others.execute();
  }

  @Override
  public void forget(Handle handle, long subscriberId) {
    handle
        .createUpdate(
            "delete from group_members where subscriber_id = :subscriber and joined_at is null")
        .bind("subscriber", subscriberId)
        .execute();
  }

  @Override
  public void forgetBefore(Handle handle, Instant before) {
    handle
        .createUpdate("delete from group_members where joined_at is null and asked_at < :before")
        .bind("before", Instants.argument(before))
        .execute();
  }

  static boolean leave(Handle handle, long subscriberId, long groupId) {
    return handle
            .createUpdate(
                """
                delete from group_members where subscriber_id = :subscriber and group_id = :group
                  and joined_at is not null\
                """)
            .bind("subscriber", subscriberId)
            .bind("group", groupId)
            .execute()
        > 0;
  }

  static Map<Long, Integer> sizes(Handle handle) {
    return handle
        .createQuery(
            """
            select group_id, count(*) as size from group_members
            where joined_at is not null group by group_id\
            """)
        .reduceRows(
            new HashMap<>(),
            (sizes, row) -> {
              sizes.put(
                  row.getColumn("group_id", Long.class), row.getColumn("size", Integer.class));
              return sizes;
            });
  }

  static List<Long> members(Handle handle, long groupId) {
    return handle
        .createQuery(
            """
            select subscriber_id from group_members
            where group_id = :group and joined_at is not null order by subscriber_id\
            """)
        .setFetchSize(1_000)
        .bind("group", groupId)
        .mapTo(Long.class)
        .list();
  }

  static Optional<Long> asked(Handle handle, long subscriberId) {
    return handle
        .createQuery(
            """
            select group_id from group_members
            where subscriber_id = :subscriber and joined_at is null\
            """)
        .bind("subscriber", subscriberId)
        .mapTo(Long.class)
        .findFirst();
  }

  static Map<Long, Set<Long>> memberships(Handle handle, Collection<Long> subscriberIds) {
    return handle
        .createQuery(
            """
            select subscriber_id, group_id from group_members
            where joined_at is not null and subscriber_id in (<ids>)\
            """)
        .bindList("ids", new ArrayList<>(subscriberIds))
        .setFetchSize(1_000)
        .reduceRows(
            new HashMap<>(),
            (groups, row) -> {
              groups
                  .computeIfAbsent(
                      row.getColumn("subscriber_id", Long.class), unknown -> new HashSet<>())
                  .add(row.getColumn("group_id", Long.class));
              return groups;
            });
  }
}
