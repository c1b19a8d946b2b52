package dev.offprint.db;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a column holds, however each database calls it. */
enum ColumnKind {
  TEXT(Types.VARCHAR) {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return row.getString(column);
    }

    @Override
    void digest(Object value, DataOutputStream into) throws IOException {
      String text = (String) value;
      // Each char as it is, half of a surrogate pair too, and not one by one.
      ByteBuffer chars = ByteBuffer.allocate(Character.BYTES * text.length());
      chars.asCharBuffer().put(text);
      into.writeInt(text.length());
      into.write(chars.array());
    }
  },

  NUMBER(Types.BIGINT) {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      long number = row.getLong(column);
      return row.wasNull() ? null : number;
    }

    @Override
    void digest(Object value, DataOutputStream into) throws IOException {
      into.writeLong((Long) value);
    }
  },

  BOOLEAN(Types.BOOLEAN) {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      boolean truth = row.getBoolean(column);
      return row.wasNull() ? null : truth;
    }

    @Override
    void digest(Object value, DataOutputStream into) throws IOException {
      into.writeBoolean((Boolean) value);
    }
  },

  DATE(Types.DATE) {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return row.getObject(column, LocalDate.class);
    }

    @Override
    void digest(Object value, DataOutputStream into) throws IOException {
      into.writeLong(((LocalDate) value).toEpochDay());
    }
  },

  TIME(Types.TIME) {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return row.getObject(column, LocalTime.class);
    }

    @Override
    void digest(Object value, DataOutputStream into) throws IOException {
      into.writeLong(((LocalTime) value).toNanoOfDay());
    }
  },

  /** With whatever offset; only H2 keeps that, and nothing depends on it. */
  INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }

    @Override
    Object argument(Object value) {
      return Instants.argument((Instant) value);
    }

    @Override
    void digest(Object value, DataOutputStream into) throws IOException {
      Instant instant = (Instant) value;
      into.writeLong(instant.getEpochSecond());
      into.writeInt(instant.getNano());
    }
  },

  BYTES(Types.VARBINARY) {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return row.getBytes(column);
    }

    @Override
    void digest(Object value, DataOutputStream into) throws IOException {
      byte[] bytes = (byte[]) value;
      into.writeInt(bytes.length);
      into.write(bytes);
    }
  };

  private final int sqlType;

  ColumnKind(int sqlType) {
    this.sqlType = sqlType;
  }

  /**
   * The kind of a column as the driver describes it.
   *
   * @throws CopyFailure for a type that no table had so far
   */
  static ColumnKind of(String column, int type, String typeName) {
    return switch (type) {
      case Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
      // As a bit the driver of PostgreSQL describes it.
      case Types.BOOLEAN, Types.BIT -> BOOLEAN;
      case Types.DATE -> DATE;
      case Types.TIME -> TIME;
      case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      default -> {
        // The driver of PostgreSQL does not tell it from one without a zone otherwise.
        if (typeName.equals("timestamptz")) {
          yield INSTANT;
        }
        throw new CopyFailure(
            "the column " + column + " is of the type " + typeName + ", which cannot be copied");
      }
    };
  }

  /** The value of a column in the current row, in the one form that both databases come to. */
  abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

  /** Writes a value in such a way that no other one looks the same. */
  abstract void digest(Object value, DataOutputStream into) throws IOException;

  /** A value as the drivers take it. */
  Object argument(Object value) {
    return value;
  }

  final void write(PreparedStatement statement, int parameter, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(parameter, sqlType);
    } else {
      statement.setObject(parameter, argument(value));
    }
  }
}
