package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import dev.offprint.db.UniqueViolation;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Subscribers in the database. Every method is one transaction and a fixed number of queries. */
public final class JdbiSubscriberStore implements SubscriberStore {
  /** Having left is no reason not to be mailed: who did may be coming back. */
  private static final String SUPPRESSION =
      "select 1 from suppressions where origin <> 'UNSUBSCRIBE' and suppressions.address_key = ";

  private static final String RECIPIENT =
      "select s.*, exists (%s s.address_key) as suppressed from subscribers s where s.id = :id"
          .formatted(SUPPRESSION);

  private final Jdbi jdbi;

  public JdbiSubscriberStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Subscriber> add(
      EmailAddress address, Status status, Preferences preferences, Instant now) {
    Instant created = now.truncatedTo(ChronoUnit.MICROS);
    Instant due = preferences.timing().nextAfter(now);
    try {
      return Optional.of(
          jdbi.inTransaction(
              handle -> {
                if (status == Status.ACTIVE) {
                  JdbiDepartures.forget(handle, address);
                }
                long id = insert(handle, address, status, preferences, created, due);
                return new Subscriber(id, address, status, preferences, created, due);
              }));
    } catch (UnableToExecuteStatementException e) {
      if (UniqueViolation.in(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static long insert(
      Handle handle,
      EmailAddress address,
      Status status,
      Preferences preferences,
      Instant created,
      Instant due) {
    return bind(
            handle.createUpdate(
                """
                insert into subscribers (address, address_key, status, content, interests,
                  interests_at, maximum, at_time, zone, days, format, created_at, next_due)
                values (:address, :key, :status, :content, :interests, :created, :maximum, :at,
                  :zone, :days, :format, :created, :due)
                """),
            preferences,
            due)
        .bind("address", address.toString())
        .bind("key", address.key())
        .bind("status", status.name())
        .bind("created", Instants.argument(created))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Times go in as UTC: in the machine's zone an hour of autumn would be ambiguous. */
  private static <S extends SqlStatement<S>> S bind(
      S statement, Preferences preferences, Instant due) {
    return statement
        .bind("content", preferences.content().name())
        .bind("interests", JdbiSubscriberRows.lines(preferences.interests()))
        .bind("maximum", preferences.maximum())
        .bind("at", preferences.timing().at())
        .bind("zone", preferences.timing().zone().getId())
        .bind("days", JdbiSubscriberRows.days(preferences.timing().days()))
        .bind("format", preferences.format().name())
        .bind("due", Instants.argument(due));
  }

  @Override
  public Optional<Subscriber> find(EmailAddress address) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from subscribers where address_key = :key")
                .bind("key", address.key())
                .scanResultSet(new JdbiSubscriberRows()::read)
                .stream()
                .findFirst());
  }

  @Override
  public Optional<Subscriber> find(long id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  @Override
  public Optional<Recipient> recipient(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RECIPIENT)
                .bind("id", id)
                .scanResultSet(new JdbiSubscriberRows()::recipient));
  }

  @Override
  public Map<Long, EmailAddress> addresses(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id, address from subscribers where id in (<ids>)")
                .bindList("ids", ids)
                .scanResultSet(JdbiSubscriberRows::addresses));
  }

  private static Optional<Subscriber> find(Handle handle, long id) {
    return handle
        .createQuery("select * from subscribers where id = :id")
        .bind("id", id)
        .scanResultSet(new JdbiSubscriberRows()::read)
        .stream()
        .findFirst();
  }

  @Override
  public List<Subscriber> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from subscribers order by address_key, id")
                .setFetchSize(1_000)
                .scanResultSet(new JdbiSubscriberRows()::read));
  }

  @Override
  public DueSubscribers due(Instant until) {
    return new JdbiDueSubscribers(jdbi, until);
  }

  @Override
  public Set<Interest> interestsWritten(Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select interests from subscribers where interests_at >= :since
                      and status in ('PENDING', 'ACTIVE', 'PAUSED')\
                    """)
                .bind("since", Instants.argument(since))
                .setFetchSize(1_000)
                .mapTo(String.class)
                .reduce(
                    new HashSet<>(),
                    (interests, lines) -> {
                      lines.lines().map(Interest::new).forEach(interests::add);
                      return interests;
                    }));
  }

  @Override
  public boolean hasChangedInterests(long id, Instant after) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select interests_at > :after from subscribers where id = :id")
                .bind("after", Instants.argument(after))
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
  }

  @Override
  public void setPreferences(long id, Preferences preferences, Instant now) {
    jdbi.useHandle(
        handle ->
            bind(
                    handle.createUpdate(
                        """
                        update subscribers set content = :content,
                          interests_at = case when interests = :interests then interests_at else :now end,
                          interests = :interests, maximum = :maximum, at_time = :at, zone = :zone, days = :days,
                          format = :format, next_due = :due
                        where id = :id
                        """),
                    preferences,
                    preferences.timing().nextAfter(now))
                .bind("now", Instants.argument(now))
                .bind("id", id)
                .execute());
  }

  @Override
  public void setStatus(long id, Status status, Instant now) {
    try {
      tryToSetStatus(id, status, now);
    } catch (UnableToExecuteStatementException e) {
      if (!UniqueViolation.in(e)) {
        throw e;
      }
      // Another process suppressed the address at this moment; now that is seen.
      tryToSetStatus(id, status, now);
    }
  }

  private void tryToSetStatus(long id, Status status, Instant now) {
    jdbi.useTransaction(
        handle -> {
          Optional<Subscriber> before = find(handle, id);
          // Suppressions before subscribers, as whoever suppresses does, or the two would deadlock.
          before
              .map(Subscriber::address)
              .ifPresent(
                  address -> {
                    switch (status) {
                      case UNSUBSCRIBED -> JdbiDepartures.write(handle, address, now);
                      case ACTIVE -> JdbiDepartures.forget(handle, address);
                      case PENDING, PAUSED, SUPPRESSED -> {}
                    }
                  });
          handle
              .createUpdate(
                  "update subscribers set status = :status, paused_until = null where id = :id")
              .bind("status", status.name())
              .bind("id", id)
              .execute();
          if (status == Status.ACTIVE
              && before.isPresent()
              && before.get().status() != Status.ACTIVE) {
            setNextDue(handle, id, before.get().preferences().timing().nextAfter(now));
          }
        });
  }

  @Override
  public void pause(long id, @Nullable LocalDate until) {
    jdbi.useHandle(handle -> JdbiPauses.begin(handle, id, until));
  }

  @Override
  public int endPauses(Instant now) {
    return jdbi.inTransaction(handle -> JdbiPauses.end(handle, now));
  }

  @Override
  public void erase(long id) {
    jdbi.useTransaction(handle -> JdbiErasing.erase(handle, id));
  }

  @Override
  public int eraseUnconfirmed(Instant before) {
    return jdbi.inTransaction(handle -> JdbiErasing.eraseUnconfirmed(handle, before));
  }

  @Override
  public void setNextDue(Map<Long, Instant> nextDue) {
    if (nextDue.isEmpty()) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          var batch = handle.prepareBatch("update subscribers set next_due = :due where id = :id");
          // In order, so that two writers wait for each other and do not deadlock.
          new TreeMap<>(nextDue)
              .forEach((id, due) -> batch.bind("due", Instants.argument(due)).bind("id", id).add());
          batch.execute();
        });
  }

  private static void setNextDue(Handle handle, long id, Instant nextDue) {
    handle
        .createUpdate("update subscribers set next_due = :due where id = :id")
        .bind("due", Instants.argument(nextDue))
        .bind("id", id)
        .execute();
  }

  @Override
  public boolean isSuppressed(EmailAddress address) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SUPPRESSION + ":key")
                .bind("key", address.key())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }
}
