package dev.offprint.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Rows in every table, more than a portion in some, and what each table holds. */
public final class CopiedInstallation {
  private static final List<String> MORE =
      List.of(
          "update papers set title = '\uD83D\uDD2C Über  ﬁve\u0301  «quotes» '' \" \\ \u2028 end '"
              + ", published = '0001-01-01', withdrawn = '9999-12-31'",
          "update subscribers set created_at = '2024-03-31 01:59:59.123456+00', at_time ="
              + " '23:59:00' where address_key = 'eve@lab.example'",
          "insert into vectors (text_key, vector) values ('a', X'00ff7f80'), ('b', X'')",
          "insert into reader_groups (slug, name, access, same_for_all, content, interests,"
              + " interests_at, maximum, at_time, zone, days, format, language) values ('lab',"
              + " 'Lab', 'PUBLIC', true, 'BOTH', 'glue', current_timestamp, 5, '07:00:00', 'UTC',"
              + " 'MON', 'HTML', 'de')",
          "insert into group_members (subscriber_id, group_id, asked_at) select s.id, g.id,"
              + " current_timestamp from subscribers s, reader_groups g",
          "insert into former_subscribers (address_hash, origin, left_at, mails, last_mailed)"
              + " values ('00ff', 'UNSUBSCRIBE', '2024-05-01 00:00:00+00', -1, null)",
          "insert into forgotten_deliveries (counted_day, status, deliveries) values"
              + " ('2024-05-01', 'SENT', 5000000000)",
          "insert into shared_keys (purpose, secret) values ('links', X'00ff')",
          "update sending_pause set since = '2024-05-28 06:00:00.000001+00'");

  private static final int PORTIONS = 1_203;

  private CopiedInstallation() {}

  /** An installation of the first version of the tables, brought up to date. */
  public static Database in(TestDatabase kind, String url) throws SQLException, IOException {
    Database database = kind.of(url, "1", rows());
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : MORE) {
        statement.execute(
            kind == TestDatabase.H2 ? each : each.replaceAll("X'(\\w*)'", "'\\\\\\\\x$1'"));
      }
      for (int number = 0; number < PORTIONS; number++) {
        // All with the same beginning of their key.
        statement.addBatch(
            "insert into signals values ('2405.00001', 'huggingface', 'UPVOTES', timestamp with"
                + " time zone '2024-06-01 00:00:00+00' + interval '"
                + number
                + "' second, "
                + number
                + ")");
        statement.addBatch(
            "insert into deliveries (subscriber_id, kind, status, message_id, planned_at,"
                + " attempts) select min(id), 'EDITION', '"
                + List.of("SENT", "FAILED", "BOUNCED", "SKIPPED", "SENDING").get(number % 5)
                + "', 'x"
                + number
                + "', current_timestamp, 0 from subscribers");
      }
      int[] _ = statement.executeBatch();
    }
    return database;
  }

  private static List<String> rows() throws IOException {
    try (InputStream rows =
        Objects.requireNonNull(TestDatabase.class.getResourceAsStream("version-1.sql"))) {
      String text = new String(rows.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
      return List.of(text.strip().split(";\\s*\\n|;$"));
    }
  }

  /** Every row of every table that is copied, by the plain names of table and columns. */
  public static Map<String, List<String>> contents(Database database) throws SQLException {
    Map<String, List<String>> contents = new TreeMap<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select * from \"" + table + '"')) {
          while (found.next()) {
            rows.add(row(found));
          }
        }
        Collections.sort(rows);
        contents.put(table.toLowerCase(Locale.ROOT), rows);
      }
    }
    return contents;
  }

  /**
   * What is in one of two only, each with its table; a set as long as all rows would help nobody.
   */
  public static List<String> differences(
      Map<String, List<String>> some, Map<String, List<String>> others) {
    List<String> left = flat(some);
    List<String> right = flat(others);
    List<String> differences = new ArrayList<>(left);
    right.forEach(differences::remove);
    List<String> added = new ArrayList<>(right);
    left.forEach(added::remove);
    differences.addAll(added);
    return differences.stream().limit(6).toList();
  }

  private static List<String> flat(Map<String, List<String>> contents) {
    return contents.entrySet().stream()
        .flatMap(table -> table.getValue().stream().map(row -> table.getKey() + " " + row))
        .toList();
  }

  /** All but what the migrations and the timetable write themselves. */
  static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String table = found.getString("TABLE_NAME");
        if (!table.toLowerCase(Locale.ROOT).matches("qrtz_.*|nodes|flyway_schema_history")) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private static String row(ResultSet found) throws SQLException {
    Map<String, String> row = new TreeMap<>();
    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
      String name = found.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT);
      String type = found.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT);
      Object value =
          switch (type) {
            case "date" -> found.getObject(column, LocalDate.class);
            case "timestamptz", "timestamp with time zone" ->
                found.getObject(column, OffsetDateTime.class);
            default -> found.getObject(column);
          };
      row.put(
          name,
          switch (value) {
            case null -> "null";
            case OffsetDateTime time -> time.toInstant().toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> value.toString();
          });
    }
    return row.toString();
  }
}
