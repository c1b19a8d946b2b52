package dev.offprint.bounces;

import dev.offprint.bounces.Suppression.Origin;
import dev.offprint.db.Instants;
import dev.offprint.db.UniqueViolation;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.JdbiDepartures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Suppressions in the database's table of that name. */
public final class JdbiSuppressionStore implements SuppressionStore {
  private final Jdbi jdbi;

  public JdbiSuppressionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean add(Suppression suppression) {
    try {
      jdbi.useTransaction(
          handle -> {
            boolean left = suppression.origin() == Origin.UNSUBSCRIBE;
            if (!left) {
              JdbiDepartures.forget(handle, suppression.address());
            }
            handle
                .createUpdate(
                    "insert into suppressions (address_key, address, origin, reason, created_at)"
                        + " values (:key, :address, :origin, :reason, :since)")
                .bind("key", suppression.address().key())
                .bind("address", suppression.address().toString())
                .bind("origin", suppression.origin().name())
                .bind("reason", suppression.reason())
                .bind("since", Instants.argument(suppression.since()))
                .execute();
            setStatus(
                handle,
                suppression.address(),
                left ? "'UNSUBSCRIBED'" : "'SUPPRESSED'",
                "'PENDING', 'ACTIVE', 'PAUSED'");
          });
      return true;
    } catch (UnableToExecuteStatementException e) {
      if (UniqueViolation.in(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean remove(EmailAddress address) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate("delete from soft_bounces where address_key = :key")
              .bind("key", address.key())
              .execute();
          int removed =
              handle
                  .createUpdate("delete from suppressions where address_key = :key")
                  .bind("key", address.key())
                  .execute();
          setStatus(handle, address, "'PAUSED'", "'SUPPRESSED'");
          return removed > 0;
        });
  }

  private static void setStatus(Handle handle, EmailAddress address, String to, String from) {
    handle
        .createUpdate(
            "update subscribers set status = "
                + to
                + ", paused_until = null where address_key = :key and status in ("
                + from
                + ")")
        .bind("key", address.key())
        .execute();
  }

  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select address, origin, reason, created_at from suppressions where address_key"
                        + " = :key")
                .bind("key", address.key())
                .map(JdbiSuppressionStore::row)
                .findOne());
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
