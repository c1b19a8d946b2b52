package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** How a delivery lies in its row. */
final class JdbiDeliveryRows implements RowMapper<Delivery> {
  /** Reads whole rows; conditions and order follow. */
  static final String SELECT =
      "select id, subscriber_id, kind, edition_day, status, reason, message_id, planned_at,"
          + " late_sources, next_attempt_at, attempts, settled_at from deliveries";

  /**
   * Reads the rows that fulfil a condition.
   *
   * @param condition what follows after the table, with an order if it matters
   * @param wanted the values that the condition names
   */
  static List<Delivery> read(Handle handle, String condition, Map<String, ?> wanted) {
    return handle
        .createQuery(SELECT + condition)
        .bindMap(wanted)
        .map(new JdbiDeliveryRows())
        .list();
  }

  /** Reads the first of the rows that fulfil a condition; see {@link #read}. */
  static Optional<Delivery> first(Handle handle, String condition, Map<String, ?> wanted) {
    return read(handle, condition, wanted).stream().findFirst();
  }

  /** The row as it is once claimed. */
  static Delivery sending(Delivery due) {
    Delivery.Progress before = due.progress();
    return new Delivery(
        due.id(),
        due.subscriberId(),
        due.kind(),
        due.day(),
        new Delivery.Progress(
            Delivery.Status.SENDING, before.reason(), before.attempts(), null, null),
        due.messageId(),
        due.planning());
  }

  @Override
  public Delivery map(ResultSet row, StatementContext context) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getLong("subscriber_id"),
        Delivery.Kind.valueOf(row.getString("kind")),
        row.getObject("edition_day", LocalDate.class),
        new Delivery.Progress(
            Delivery.Status.valueOf(row.getString("status")),
            row.getString("reason"),
            row.getInt("attempts"),
            Instants.orNull(row, "next_attempt_at"),
            Instants.orNull(row, "settled_at")),
        row.getString("message_id"),
        new Delivery.Planning(Instants.of(row, "planned_at"), row.getString("late_sources")));
  }
}
