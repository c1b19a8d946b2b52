package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads subscribers and preferences from rows. Many want the same, and what they share is read and
 * checked once.
 */
public final class JdbiSubscriberRows {
  private static final Logger log = LoggerFactory.getLogger(JdbiSubscriberRows.class);

  private final Map<String, Interest> interests = new HashMap<>();
  private final Map<List<Object>, Timing> timings = new HashMap<>();

  /** A subscriber that cannot be read, after a change by hand perhaps, is left out and logged. */
  List<Subscriber> read(Supplier<ResultSet> results, StatementContext context) throws SQLException {
    List<Subscriber> subscribers = new ArrayList<>();
    try (context;
        ResultSet rows = results.get()) {
      while (rows.next()) {
        readable(rows).ifPresent(subscribers::add);
      }
    }
    return subscribers;
  }

  /** The one subscriber, with a column that says whether the address is suppressed. */
  Optional<Recipient> recipient(Supplier<ResultSet> results, StatementContext context)
      throws SQLException {
    return recipients(results, context).values().stream().findFirst();
  }

  /** Subscribers by their ids, with a column that says whether the address is suppressed. */
  Map<Long, Recipient> recipients(Supplier<ResultSet> results, StatementContext context)
      throws SQLException {
    Map<Long, Recipient> recipients = new HashMap<>();
    try (context;
        ResultSet rows = results.get()) {
      while (rows.next()) {
        boolean suppressed = rows.getBoolean("suppressed");
        readable(rows)
            .ifPresent(
                subscriber ->
                    recipients.put(subscriber.id(), new Recipient(subscriber, suppressed)));
      }
    }
    return recipients;
  }

  /** Addresses by ids; one that cannot be read is left out. */
  static Map<Long, EmailAddress> addresses(Supplier<ResultSet> results, StatementContext context)
      throws SQLException {
    Map<Long, EmailAddress> addresses = new HashMap<>();
    try (context;
        ResultSet rows = results.get()) {
      while (rows.next()) {
        try {
          addresses.put(rows.getLong("id"), EmailAddress.of(rows.getString("address")));
        } catch (IllegalArgumentException e) {
          log.warn("Subscriber {} is left out: {}", rows.getLong("id"), e.getMessage());
        }
      }
    }
    return addresses;
  }

  private Optional<Subscriber> readable(ResultSet row) throws SQLException {
    try {
      return Optional.of(subscriber(row));
    } catch (IllegalArgumentException | DateTimeException e) {
      log.warn("Subscriber {} is left out: {}", row.getLong("id"), e.getMessage());
      return Optional.empty();
    }
  }

  private Subscriber subscriber(ResultSet row) throws SQLException {
    return new Subscriber(
        row.getLong("id"),
        EmailAddress.of(row.getString("address")),
        Subscriber.Status.valueOf(row.getString("status")),
        preferences(row),
        Instants.of(row, "created_at"),
        Instants.of(row, "next_due"),
        row.getObject("paused_until", LocalDate.class));
  }

  /**
   * The preferences in the columns {@code content}, {@code interests}, {@code maximum}, {@code
   * at_time}, {@code zone}, {@code days}, {@code format} and {@code language}.
   */
  public Preferences preferences(ResultSet row) throws SQLException {
    return new Preferences(
        Preferences.Content.valueOf(row.getString("content")),
        interests(row.getString("interests")),
        row.getInt("maximum"),
        timing(
            row.getObject("at_time", LocalTime.class),
            row.getString("zone"),
            row.getString("days")),
        Preferences.Format.valueOf(row.getString("format")),
        row.getString("language"));
  }

  /**
   * Binds preferences as {@code :content}, {@code :interests}, {@code :maximum}, {@code :at},
   * {@code :zone}, {@code :days}, {@code :format} and {@code :language}.
   */
  public static <S extends SqlStatement<S>> S bind(S statement, Preferences preferences) {
    return statement
        .bind("content", preferences.content().name())
        .bind("interests", lines(preferences.interests()))
        .bind("maximum", preferences.maximum())
        .bind("at", preferences.timing().at())
        .bind("zone", preferences.timing().zone().getId())
        .bind("days", days(preferences.timing().days()))
        .bind("format", preferences.format().name())
        .bind("language", preferences.language());
  }

  private List<Interest> interests(String lines) {
    return lines.lines().map(line -> interests.computeIfAbsent(line, Interest::new)).toList();
  }

  /** One interest a line, which none of them can break. */
  private static String lines(List<Interest> interests) {
    return interests.stream().map(Interest::line).collect(Collectors.joining("\n"));
  }

  private Timing timing(LocalTime at, String zone, String days) {
    return timings.computeIfAbsent(
        List.of(at, zone, days), key -> new Timing(at, ZoneId.of(zone), days(days)));
  }

  private static String days(Set<DayOfWeek> days) {
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
