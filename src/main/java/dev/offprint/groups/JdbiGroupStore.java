package dev.offprint.groups;

import dev.offprint.db.Instants;
import dev.offprint.db.UniqueViolation;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.JdbiSubscriberRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Groups in the database; there are few, so that whatever concerns some reads them all. */
public final class JdbiGroupStore implements GroupStore {
  private static final Logger log = LoggerFactory.getLogger(JdbiGroupStore.class);

  private final Jdbi jdbi;
  private final JdbiGroupMembers members = new JdbiGroupMembers();

  public JdbiGroupStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Group> all() {
    return jdbi.withHandle(JdbiGroupStore::all);
  }

  private static List<Group> all(Handle handle) {
    JdbiSubscriberRows rows = new JdbiSubscriberRows();
    return handle
        .createQuery("select * from reader_groups")
        .map((row, context) -> readable(row, rows))
        .stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Group::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** A group that cannot be read, after a change by hand perhaps, is left out and logged. */
  private static Optional<Group> readable(ResultSet row, JdbiSubscriberRows rows)
      throws SQLException {
    try {
      return Optional.of(
          new Group(
              row.getLong("id"),
              row.getString("slug"),
              row.getString("name"),
              Group.Access.valueOf(row.getString("access")),
              row.getBoolean("same_for_all"),
              rows.preferences(row)));
    } catch (IllegalArgumentException | DateTimeException e) {
      log.warn("Group {} is left out: {}", row.getLong("id"), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Optional<Group> find(String nameOrSlug) {
    return named(all(), nameOrSlug.strip());
  }

  /** What is a name of one is not taken for the slug of another. */
  private static Optional<Group> named(List<Group> all, String text) {
    return all.stream()
        .filter(group -> group.name().equalsIgnoreCase(text))
        .findFirst()
        .or(() -> all.stream().filter(group -> group.slug().equals(text)).findFirst());
  }

  @Override
  public Optional<Group> add(Group group, Instant now) {
    if (named(all(), group.name()).isPresent()) {
      return Optional.empty();
    }
    try {
      long id =
          jdbi.withHandle(
              handle ->
                  JdbiSubscriberRows.bind(
                          handle.createUpdate(
                              """
                              insert into reader_groups (slug, name, access, same_for_all, content,
                                interests, interests_at, maximum, at_time, zone, days, format,
                                language)
                              values (:slug, :name, :access, :same, :content, :interests, :now,
                                :maximum, :at, :zone, :days, :format, :language)\
                              """),
                          group.preferences())
                      .bind("slug", group.slug())
                      .bind("name", group.name())
                      .bind("access", group.access().name())
                      .bind("same", group.sameForAll())
                      .bind("now", Instants.argument(now))
                      .executeAndReturnGeneratedKeys("id")
                      .mapTo(Long.class)
                      .one());
      return Optional.of(group.withId(id));
    } catch (UnableToExecuteStatementException e) {
      if (UniqueViolation.in(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public boolean keep(Group changed, Instant now) {
    if (named(all(), changed.name()).filter(other -> other.id() != changed.id()).isPresent()) {
      return false;
    }
    jdbi.useHandle(
        handle ->
            JdbiSubscriberRows.bind(
                    handle.createUpdate(
                        """
                        update reader_groups set name = :name, access = :access,
                          same_for_all = :same, content = :content, interests = :interests,
                          interests_at = :now, maximum = :maximum, at_time = :at, zone = :zone,
                          days = :days, format = :format, language = :language
                        where id = :id\
                        """),
                    changed.preferences())
                .bind("name", changed.name())
                .bind("access", changed.access().name())
                .bind("same", changed.sameForAll())
                .bind("now", Instants.argument(now))
                .bind("id", changed.id())
                .execute());
    return true;
  }

  @Override
  public void remove(long groupId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from reader_groups where id = :id")
                .bind("id", groupId)
                .execute());
  }

  @Override
  public Map<Long, Integer> sizes() {
    return jdbi.withHandle(JdbiGroupMembers::sizes);
  }

  @Override
  public List<Long> members(long groupId) {
    return jdbi.withHandle(handle -> JdbiGroupMembers.members(handle, groupId));
  }

  @Override
  public Map<Long, List<Group>> of(Collection<Long> subscriberIds) {
    return of(subscriberIds, Function.identity());
  }

  /** Many are in the same groups, and what these come to is worked out once. */
  @Override
  public Map<Long, Shared> shared(Collection<Long> subscriberIds) {
    return of(subscriberIds, Shared::of);
  }

  private <T> Map<Long, T> of(Collection<Long> subscriberIds, Function<List<Group>, T> made) {
    if (subscriberIds.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(
        handle -> {
          List<Group> all = all(handle);
          if (all.isEmpty()) {
            return Map.of();
          }
          Map<Set<Long>, T> bySet = new HashMap<>();
          Map<Long, T> found = new HashMap<>();
          JdbiGroupMembers.memberships(handle, subscriberIds)
              .forEach(
                  (subscriber, ids) ->
                      found.put(
                          subscriber,
                          bySet.computeIfAbsent(
                              ids,
                              set ->
                                  made.apply(
                                      all.stream()
                                          .filter(group -> set.contains(group.id()))
                                          .toList()))));
          return found;
        });
  }

  @Override
  public Optional<Group> asked(long subscriberId) {
    return jdbi.withHandle(
        handle ->
            JdbiGroupMembers.asked(handle, subscriberId)
                .flatMap(id -> all(handle).stream().filter(group -> group.id() == id).findFirst()));
  }

  @Override
  public boolean join(long subscriberId, long groupId, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          if (members.isMember(handle, subscriberId, groupId)) {
            return false;
          }
          members.ask(handle, subscriberId, groupId, now);
          return members.confirm(handle, subscriberId, now);
        });
  }

  @Override
  public void join(Collection<Long> subscriberIds, long groupId, Instant now) {
    jdbi.useTransaction(handle -> JdbiGroupMembers.join(handle, subscriberIds, groupId, now));
  }

  @Override
  public boolean leave(long subscriberId, long groupId) {
    return jdbi.withHandle(handle -> JdbiGroupMembers.leave(handle, subscriberId, groupId));
  }

  @Override
  public Set<Interest> interestsWritten(Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select interests from reader_groups where interests_at >= :since")
                .bind("since", Instants.argument(since))
                .mapTo(String.class)
                .stream()
                .flatMap(String::lines)
                .map(Interest::new)
                .collect(Collectors.toSet()));
  }
}
