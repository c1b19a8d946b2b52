package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CsvFile;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where addresses, reasons, dates and origins stand in a file: as our own export has them, or as
 * its first line says, whoever wrote it.
 *
 * @param hasNames whether the first record names the columns
 */
record SuppressionColumns(
    boolean hasNames, int address, OptionalInt reason, OptionalInt date, OptionalInt origin) {
  private static final Set<String> ADDRESS =
      Set.of("address", "email", "emailaddress", "mail", "recipient", "subscriber", "adresse");
  private static final Set<String> REASON =
      Set.of("reason", "error", "diagnostic", "description", "note", "notes", "comment", "grund");
  private static final Set<String> DATE =
      Set.of("date", "since", "created", "createdat", "timestamp", "updatedat", "datum");
  private static final Set<String> ORIGIN = Set.of("origin", "status", "state");

  /** What other programs call people who are to be mailed. */
  private static final Set<String> MAILED = Set.of("enabled", "active", "subscribed", "confirmed");

  private static final Map<String, Origin> KNOWN_AS =
      Map.of(
          "unsubscribed", Origin.UNSUBSCRIBE,
          "unsubscribe", Origin.UNSUBSCRIBE,
          "bounced", Origin.HARD_BOUNCE,
          "bounce", Origin.HARD_BOUNCE,
          "cleaned", Origin.HARD_BOUNCE,
          "complained", Origin.COMPLAINT,
          "spam", Origin.COMPLAINT);

  /** Finds the columns of a file that is not empty. */
  static SuppressionColumns of(List<String> first) {
    boolean hasNames = first.stream().noneMatch(value -> value.contains("@"));
    if (!hasNames) {
      int address =
          IntStream.range(0, first.size())
              .filter(i -> first.get(i).contains("@"))
              .findFirst()
              .orElse(0);
      return address == 0
          ? new SuppressionColumns(
              false, 0, OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3))
          : new SuppressionColumns(
              false, address, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
    List<String> names =
        first.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""))
            .toList();
    OptionalInt address = column(names, ADDRESS);
    return new SuppressionColumns(
        true,
        address.isPresent() ? address.getAsInt() : containing(names, "mail").orElse(0),
        column(names, REASON),
        column(names, DATE),
        column(names, ORIGIN));
  }

  private static OptionalInt column(List<String> names, Set<String> wanted) {
    return IntStream.range(0, names.size()).filter(i -> wanted.contains(names.get(i))).findFirst();
  }

  private static OptionalInt containing(List<String> names, String part) {
    return IntStream.range(0, names.size()).filter(i -> names.get(i).contains(part)).findFirst();
  }

  /**
   * What a record says.
   *
   * @return empty when it is of somebody who is to be mailed where it comes from
   * @throws IllegalArgumentException in words, when it cannot be used
   */
  Optional<Suppression> read(CsvFile file, CsvFile.Row record, Instant now) {
    List<String> values = file.values(record);
    String status = value(values, origin).toLowerCase(Locale.ROOT);
    EmailAddress address = EmailAddress.of(value(values, OptionalInt.of(this.address)));
    if (MAILED.contains(status)) {
      return Optional.empty();
    }
    String why = value(values, reason);
    String from = value(values, date);
    return Optional.of(
        new Suppression(
            address,
            origin(status),
            why.isEmpty() ? "imported by the operator" : why,
            from.isEmpty() ? now : WrittenInstant.of(from)));
  }

  private static String value(List<String> values, OptionalInt column) {
    return column.isPresent() && column.getAsInt() < values.size()
        ? values.get(column.getAsInt()).strip()
        : "";
  }

  /** Who names columns otherwise than we do has words of their own for it. */
  private Origin origin(String status) {
    if (status.isEmpty()) {
      return Origin.OPERATOR;
    }
    Optional<Origin> ours =
        Arrays.stream(Origin.values())
            .filter(origin -> Text.word(origin).equalsIgnoreCase(status))
            .findFirst();
    if (ours.isEmpty() && !hasNames) {
      throw new IllegalArgumentException("no such origin: " + Text.quoted(status));
    }
    return ours.or(() -> Optional.ofNullable(KNOWN_AS.get(status))).orElse(Origin.OPERATOR);
  }
}
