package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * How an address stands in the tables {@code subscribers}, {@code suppressions}, {@code
 * former_subscribers} and {@code soft_bounces}. The subscriber's row is locked, so that who decides
 * next sees what was decided.
 */
final class JdbiStanding implements Standing {
  private final Handle handle;
  private final EmailAddress address;
  private final Optional<Subscriber> subscriber;
  private final Optional<Suppression> suppression;
  private final Beside beside;

  private JdbiStanding(
      Handle handle, Beside beside, EmailAddress address, Optional<Subscriber> subscriber) {
    this(
        handle,
        beside,
        address,
        subscriber,
        JdbiSuppressionStore.find(handle, address, beside.former()));
  }

  private JdbiStanding(
      Handle handle,
      Beside beside,
      EmailAddress address,
      Optional<Subscriber> subscriber,
      Optional<Suppression> suppression) {
    this.handle = handle;
    this.address = address;
    this.subscriber = subscriber;
    this.beside = beside;
    this.suppression = suppression;
  }

  /**
   * What else is decided in the same transaction.
   *
   * @param joining of groups
   * @param former who was forgotten
   */
  record Beside(JdbiJoining joining, JdbiFormerSubscribers former) {}

  static JdbiStanding of(Handle handle, Beside beside, EmailAddress address) {
    return new JdbiStanding(handle, beside, address, locked(handle, "address_key", address.key()));
  }

  static Optional<JdbiStanding> of(Handle handle, Beside beside, long subscriberId) {
    return locked(handle, "id", subscriberId)
        .map(found -> new JdbiStanding(handle, beside, found.address(), Optional.of(found)));
  }

  /** Many at once, by as many queries as one. */
  static List<JdbiStanding> all(Handle handle, Beside beside, List<EmailAddress> addresses) {
    Map<String, Subscriber> subscribers = new HashMap<>();
    handle
        .createQuery("select * from subscribers where address_key in (<keys>) for update")
        .bindList("keys", addresses.stream().map(EmailAddress::key).toList())
        .scanResultSet(new JdbiSubscriberRows()::read)
        .forEach(known -> subscribers.put(known.address().key(), known));
    Map<String, Suppression> suppressions =
        JdbiSuppressionStore.all(handle, addresses, beside.former());
    return addresses.stream()
        .map(
            address ->
                new JdbiStanding(
                    handle,
                    beside,
                    address,
                    Optional.ofNullable(subscribers.get(address.key())),
                    Optional.ofNullable(suppressions.get(address.key()))))
        .toList();
  }

  private static Optional<Subscriber> locked(Handle handle, String column, Object value) {
    return handle
        .createQuery("select * from subscribers where " + column + " = :value for update")
        .bind("value", value)
        .scanResultSet(new JdbiSubscriberRows()::read)
        .stream()
        .findFirst();
  }

  @Override
  public EmailAddress address() {
    return address;
  }

  @Override
  public Optional<Subscriber> subscriber() {
    return subscriber;
  }

  @Override
  public Optional<Suppression> suppression() {
    return suppression;
  }

  @Override
  public Subscriber add(Subscriber newcomer, Instant now) {
    long id =
        bind(
                handle.createUpdate(
                    """
                    insert into subscribers (address, address_key, status, paused_until, content,
                      interests, interests_at, maximum, at_time, zone, days, format, language,
                      created_at, next_due)
                    values (:address, :key, :status, :until, :content, :interests, :now, :maximum,
                      :at, :zone, :days, :format, :language, :created, :due)
                    """),
                newcomer)
            .bind("address", address.toString())
            .bind("key", address.key())
            .bind("created", Instants.argument(newcomer.createdAt()))
            .bind("now", Instants.argument(now))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return newcomer.withId(id);
  }

  @Override
  public Optional<String> consent() {
    return subscriber.flatMap(known -> JdbiRequests.consent(handle, known.id()));
  }

  @Override
  public void agree(long subscriberId, String consent) {
    JdbiRequests.agree(handle, subscriberId, consent);
  }

  @Override
  public void keep(Subscriber changed, Instant now) {
    bind(
            handle.createUpdate(
                """
                update subscribers set status = :status, paused_until = :until, content = :content,
                  interests_at = case when interests = :interests then interests_at else :now end,
                  interests = :interests, maximum = :maximum, at_time = :at, zone = :zone, days = :days,
                  format = :format, language = :language, next_due = :due
                where id = :id
                """),
            changed)
        .bind("now", Instants.argument(now))
        .bind("id", changed.id())
        .execute();
  }

  /** Times go in as UTC: in the machine's zone an hour of autumn would be ambiguous. */
  private static <S extends SqlStatement<S>> S bind(S statement, Subscriber subscriber) {
    return JdbiSubscriberRows.bind(statement, subscriber.preferences())
        .bind("status", subscriber.status().name())
        .bindByType("until", subscriber.pausedUntil(), LocalDate.class)
        .bind("due", Instants.argument(subscriber.nextDue()));
  }

  @Override
  public Optional<Preferences> requested() {
    return subscriber.flatMap(known -> JdbiRequests.find(handle, known.id()));
  }

  @Override
  public void request(Preferences wanted, Instant now) {
    forgetRequest();
    subscriber.ifPresent(known -> JdbiRequests.write(handle, known.id(), wanted, now));
  }

  @Override
  public void forgetRequest() {
    subscriber.ifPresent(known -> JdbiRequests.delete(handle, known.id()));
    subscriber.ifPresent(known -> beside.joining().forget(handle, known.id()));
  }

  @Override
  public boolean isMember(long groupId) {
    return subscriber
        .filter(known -> beside.joining().isMember(handle, known.id(), groupId))
        .isPresent();
  }

  @Override
  public void askToJoin(long subscriberId, long groupId, Instant now) {
    beside.joining().ask(handle, subscriberId, groupId, now);
  }

  @Override
  public boolean join(long subscriberId, Instant now) {
    return beside.joining().confirm(handle, subscriberId, now);
  }

  @Override
  public Optional<Standing> former() {
    return subscriber
        .flatMap(known -> JdbiAddressChanges.former(handle, known.id()))
        .flatMap(id -> of(handle, beside, id));
  }

  @Override
  public void standFor(long formerId) {
    // Read again, because it may have been added just now.
    locked(handle, "address_key", address.key())
        .ifPresent(known -> JdbiAddressChanges.write(handle, known.id(), formerId));
  }

  @Override
  public Subscriber moveTo(EmailAddress other, Instant now) {
    Subscriber moved = subscriber.orElseThrow().at(other);
    handle
        .createUpdate(
            "update subscribers set address = :address, address_key = :key, moved_at = :now where"
                + " id = :id")
        .bind("address", other.toString())
        .bind("key", other.key())
        .bind("now", Instants.argument(now))
        .bind("id", moved.id())
        .execute();
    return moved;
  }

  @Override
  public void erase() {
    suppression.ifPresent(reason -> retire(reason, Optional.empty()));
    delete();
  }

  /** Forgets who left, but for what can be asked of the address by whoever has it. */
  void forget(Standings.Sent sent) {
    retire(suppression.orElseGet(this::unsubscribed), Optional.of(sent));
    forgetFailingDays();
    delete();
  }

  private void retire(Suppression reason, Optional<Standings.Sent> sent) {
    unsuppress();
    beside.former().write(handle, reason, sent);
  }

  /** Whoever left by a row that could not be read, for which there is no suppression. */
  private Suppression unsubscribed() {
    return new Suppression(
        address,
        Suppression.Origin.UNSUBSCRIBE,
        "unsubscribed",
        subscriber.orElseThrow().createdAt());
  }

  private void delete() {
    subscriber.ifPresent(known -> JdbiAddressChanges.erase(handle, known.id()));
    handle
        .createUpdate("delete from subscribers where address_key = :key")
        .bind("key", address.key())
        .execute();
  }

  @Override
  public void suppress(Suppression reason) {
    unsuppress();
    handle
        .createUpdate(
            """
            insert into suppressions (address_key, address, origin, reason, created_at)
            values (:key, :address, :origin, :reason, :since)\
            """)
        .bind("key", reason.address().key())
        .bind("address", reason.address().toString())
        .bind("origin", reason.origin().name())
        .bind("reason", reason.reason())
        .bind("since", Instants.argument(reason.since()))
        .execute();
  }

  @Override
  public void unsuppress() {
    handle
        .createUpdate("delete from suppressions where address_key = :key")
        .bind("key", address.key())
        .execute();
    beside.former().delete(handle, address);
  }

  @Override
  public void forgetFailingDays() {
    handle
        .createUpdate("delete from soft_bounces where address_key = :key")
        .bind("key", address.key())
        .execute();
  }
}
