package dev.offprint.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How a delivery lies in its row. */
final class JdbiDeliveryRows implements RowMapper<Delivery> {
  static final String COLUMNS =
      "id, subscriber_id, kind, edition_day, status, reason, message_id, planned_at,"
          + " late_sources, next_attempt_at, attempts, settled_at";

  /**
   * An instant as an argument: not by way of {@code java.sql.Timestamp}, which loses an hour where
   * the machine's clock is put back.
   */
  static Argument time(Instant instant) {
    OffsetDateTime utc = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return (position, statement, context) -> statement.setObject(position, utc);
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
            nullableInstant(row, "next_attempt_at"),
            nullableInstant(row, "settled_at")),
        row.getString("message_id"),
        new Delivery.Planning(instant(row, "planned_at"), row.getString("late_sources")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant nullableInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
