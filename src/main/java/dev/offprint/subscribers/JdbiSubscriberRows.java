package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads subscribers from rows that come once for each interest, or once when there is none. */
final class JdbiSubscriberRows {
  private static final Logger log = LoggerFactory.getLogger(JdbiSubscriberRows.class);

  private JdbiSubscriberRows() {}

  /** A subscriber that cannot be read, after a change by hand perhaps, is left out and logged. */
  static List<Subscriber> read(Supplier<ResultSet> results, StatementContext context)
      throws SQLException {
    List<Subscriber> subscribers = new ArrayList<>();
    // Many want the same; each is read and checked once.
    Map<String, Interest> known = new HashMap<>();
    try (context;
        ResultSet rows = results.get()) {
      boolean more = rows.next();
      while (more) {
        long id = rows.getLong("id");
        Function<List<String>, Subscriber> subscriber = subscriber(rows, known);
        List<String> interests = new ArrayList<>();
        do {
          String line = rows.getString("line");
          if (line != null) {
            interests.add(line);
          }
          more = rows.next();
        } while (more && rows.getLong("id") == id);
        try {
          subscribers.add(subscriber.apply(interests));
        } catch (IllegalArgumentException | DateTimeException e) {
          log.warn("Subscriber {} is left out: {}", id, e.getMessage());
        }
      }
    }
    return subscribers;
  }

  /** Takes the columns now; what is in them is only believed once the interests are there too. */
  private static Function<List<String>, Subscriber> subscriber(
      ResultSet row, Map<String, Interest> known) throws SQLException {
    long id = row.getLong("id");
    String address = row.getString("address");
    String status = row.getString("status");
    String content = row.getString("content");
    int maximum = row.getInt("maximum");
    LocalTime at = row.getObject("at_time", LocalTime.class);
    String zone = row.getString("zone");
    String days = row.getString("days");
    String format = row.getString("format");
    Instant createdAt = Instants.of(row, "created_at");
    Instant nextDue = Instants.of(row, "next_due");
    return interests ->
        new Subscriber(
            id,
            EmailAddress.of(address),
            Subscriber.Status.valueOf(status),
            new Preferences(
                Preferences.Content.valueOf(content),
                interests.stream().map(line -> known.computeIfAbsent(line, Interest::new)).toList(),
                maximum,
                new Timing(at, ZoneId.of(zone), days(days)),
                Preferences.Format.valueOf(format)),
            createdAt,
            nextDue);
  }

  static String days(Set<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(day -> day.name().substring(0, 3))
        .collect(Collectors.joining(","));
  }

  private static Set<DayOfWeek> days(String names) {
    List<String> chosen = Arrays.asList(names.split(",", -1));
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> chosen.contains(day.name().substring(0, 3)))
        .collect(Collectors.toSet());
  }
}
