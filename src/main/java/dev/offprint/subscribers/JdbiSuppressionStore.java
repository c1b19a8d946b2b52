package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import dev.offprint.db.UniqueViolation;
import dev.offprint.subscribers.Suppression.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The tables {@code suppressions} and {@code soft_bounces}. */
public final class JdbiSuppressionStore implements SuppressionStore {
  private final Jdbi jdbi;
  private final JdbiFormerSubscribers former;

  /**
   * All of a database.
   *
   * @param key by which an address that was forgotten is known again
   */
  public JdbiSuppressionStore(Jdbi jdbi, LinkKey key) {
    this.jdbi = jdbi;
    this.former = new JdbiFormerSubscribers(key);
  }

  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return jdbi.withHandle(handle -> find(handle, address, former));
  }

  static Optional<Suppression> find(
      Handle handle, EmailAddress address, JdbiFormerSubscribers former) {
    return handle
        .createQuery(
            "select address, origin, reason, created_at from suppressions where address_key = :key")
        .bind("key", address.key())
        .map(JdbiSuppressionStore::row)
        .findOne()
        .or(() -> former.find(handle, address));
  }

  /** Why some addresses must not be mailed, by their keys. */
  static Map<String, Suppression> all(
      Handle handle, List<EmailAddress> addresses, JdbiFormerSubscribers former) {
    Map<String, Suppression> found = former.find(handle, addresses);
    handle
        .createQuery(
            "select address, origin, reason, created_at from suppressions where address_key in"
                + " (<keys>)")
        .bindList("keys", addresses.stream().map(EmailAddress::key).toList())
        .map(JdbiSuppressionStore::row)
        .forEach(suppression -> found.put(suppression.address().key(), suppression));
    return found;
  }

  @Override
  public List<Suppression> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select address, origin, reason, created_at from suppressions order by"
                        + " address_key")
                .setFetchSize(1_000)
                .map(JdbiSuppressionStore::row)
                .list());
  }

  private static Suppression row(ResultSet row, StatementContext context) throws SQLException {
    return new Suppression(
        EmailAddress.of(row.getString("address")),
        Origin.valueOf(row.getString("origin")),
        row.getString("reason"),
        Instants.of(row, "created_at"));
  }

  @Override
  public int countFailingDay(EmailAddress address, LocalDate day, LocalDate after) {
    try {
      return jdbi.inTransaction(
          handle -> {
            handle
                .createUpdate(
                    "delete from soft_bounces where address_key = :key and bounced_on <= :after")
                .bind("key", address.key())
                .bind("after", after)
                .execute();
            List<LocalDate> days = failingDays(handle, address);
            if (days.contains(day) || !day.isAfter(after)) {
              return days.size();
            }
            handle
                .createUpdate(
                    "insert into soft_bounces (address_key, bounced_on) values (:key, :day)")
                .bind("key", address.key())
                .bind("day", day)
                .execute();
            return days.size() + 1;
          });
    } catch (UnableToExecuteStatementException e) {
      if (UniqueViolation.in(e)) { // Another process counted the same day.
        return jdbi.withHandle(handle -> failingDays(handle, address).size());
      }
      throw e;
    }
  }

  private static List<LocalDate> failingDays(Handle handle, EmailAddress address) {
    return handle
        .createQuery("select bounced_on from soft_bounces where address_key = :key")
        .bind("key", address.key())
        .map((row, context) -> row.getObject("bounced_on", LocalDate.class))
        .list();
  }
}
