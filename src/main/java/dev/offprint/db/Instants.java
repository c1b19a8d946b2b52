package dev.offprint.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an instant lies in a column: with its offset, to the microsecond, which is what both
 * databases keep. Never by way of {@code java.sql.Timestamp}, which loses an hour where the
 * machine's clock is put back.
 */
public final class Instants {
  private Instants() {}

  /** As an argument of a statement. */
  public static OffsetDateTime argument(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** From a column that always holds one. */
  public static Instant of(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(orNull(row, column), column);
  }

  /** From a column that may hold none. */
  public static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
