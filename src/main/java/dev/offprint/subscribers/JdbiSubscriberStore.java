package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import dev.offprint.db.NodeShare;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Subscribers in the database. Every method is one transaction and a fixed number of queries. */
public final class JdbiSubscriberStore implements SubscriberStore {
  /** Having left is no reason not to be mailed: who did may be coming back. */
  private static final String SUPPRESSION =
      "select 1 from suppressions where origin <> 'UNSUBSCRIBE' and suppressions.address_key = ";

  private static final String RECIPIENT =
      String.format(
          Locale.ROOT,
          "select s.*, exists (%s s.address_key) as suppressed from subscribers s where ",
          SUPPRESSION);

  private final Jdbi jdbi;

  public JdbiSubscriberStore(Jdbi jdbi) {
    this.jdbi = jdbi;
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
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from subscribers where id = :id")
                .bind("id", id)
                .scanResultSet(new JdbiSubscriberRows()::read)
                .stream()
                .findFirst());
  }

  @Override
  public Optional<Recipient> recipient(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RECIPIENT + "s.id = :id")
                .bind("id", id)
                .scanResultSet(new JdbiSubscriberRows()::recipient));
  }

  @Override
  public Map<Long, Recipient> recipients(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(RECIPIENT + "s.id in (<ids>)")
                    .bindList("ids", List.copyOf(ids))
                    .scanResultSet(new JdbiSubscriberRows()::recipients));
  }

  @Override
  public long changes() {
    return jdbi.withHandle(JdbiStandings::changes);
  }

  @Override
  public Optional<Preferences> requested(long id) {
    return jdbi.withHandle(handle -> JdbiRequests.find(handle, id));
  }

  @Override
  public boolean isAddressChange(long id) {
    return jdbi.withHandle(handle -> JdbiAddressChanges.former(handle, id)).isPresent();
  }

  @Override
  public boolean isMovedSince(long id, Instant instant) {
    return jdbi.withHandle(handle -> JdbiAddressChanges.isMovedSince(handle, id, instant));
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
  public List<Long> ids() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id from subscribers order by address_key, id")
                .setFetchSize(1_000)
                .mapTo(Long.class)
                .list());
  }

  @Override
  public List<Subscriber> all(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from subscribers where id in (<ids>) order by address_key, id")
                .bindList("ids", List.copyOf(ids))
                .scanResultSet(new JdbiSubscriberRows()::read));
  }

  @Override
  public Overview overview(Instant until) {
    return jdbi.inTransaction(
        handle -> {
          Map<Subscriber.Status, Integer> counts = new EnumMap<>(Subscriber.Status.class);
          handle
              .createQuery("select status, count(*) as n from subscribers group by status")
              .map(
                  (row, context) ->
                      Map.entry(
                          Subscriber.Status.valueOf(row.getString("status")), row.getInt("n")))
              .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
          return handle
              .createQuery(
                  """
                  select count(case when next_due <= :until then 1 end) as due, min(next_due) as first
                  from subscribers where status = 'ACTIVE'\
                  """)
              .bind("until", Instants.argument(until))
              .map(
                  (row, context) ->
                      new Overview(
                          counts,
                          row.getInt("due"),
                          Optional.<Instant>ofNullable(Instants.orNull(row, "first"))))
              .one();
        });
  }

  @Override
  public Map<Long, String> consents(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, consent from subscribers where id in (<ids>) and consent is not"
                        + " null")
                .bindList("ids", List.copyOf(ids))
                .reduceRows(
                    new HashMap<>(),
                    (consents, row) -> {
                      consents.put(
                          row.getColumn("id", Long.class), row.getColumn("consent", String.class));
                      return consents;
                    }));
  }

  @Override
  public DueSubscribers due(Instant until, NodeShare share) {
    return new JdbiDueSubscribers(jdbi, until, share);
  }

  @Override
  public Optional<Long> activeAfter(int others) {
    return jdbi.withHandle(handle -> JdbiDueSubscribers.activeAfter(handle, others));
  }

  @Override
  public int activeBefore(long id) {
    return jdbi.withHandle(handle -> JdbiDueSubscribers.activeBefore(handle, id));
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
  public int endPauses(Instant now) {
    return jdbi.inTransaction(
        handle -> {
          int ended = JdbiPauses.end(handle, now);
          if (ended > 0) {
            JdbiStandings.changed(handle);
          }
          return ended;
        });
  }

  @Override
  public int correctNextDue(Instant now) {
    return jdbi.inTransaction(handle -> JdbiDueSubscribers.correct(handle, now));
  }

  @Override
  public void setDueAgain(Collection<Subscriber> planned, Instant now) {
    jdbi.useTransaction(handle -> JdbiDueSubscribers.setDueAgain(handle, planned, now));
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
