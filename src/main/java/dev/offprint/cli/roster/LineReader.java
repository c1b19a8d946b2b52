package dev.offprint.cli.roster;

import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.groups.Group;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Enrolment;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes people of the lines of one file. */
final class LineReader {
  private final SubscriberFeatures features;
  private final Program program;
  private final Optional<String> consent;
  private final Optional<Group> group;
  private final PreferenceReader preferences;
  private final Map<String, Optional<Group>> groups = new HashMap<>();

  /**
   * A reader.
   *
   * @param consent what all agreed to of whom the file does not say it itself
   * @param group that all are to be in
   */
  LineReader(
      SubscriberFeatures features,
      Program program,
      Optional<String> consent,
      Optional<Group> group) {
    this.features = features;
    this.program = program;
    this.consent = consent;
    this.group = group;
    this.preferences = new PreferenceReader(features, program);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException in words, when it cannot be used
   */
  Person read(RosterLine line) {
    if (line.problem() != null) {
      throw new IllegalArgumentException(line.problem());
    }
    EmailAddress address = EmailAddress.of(line.value(Column.ADDRESS));
    String written = line.value(Column.CONSENT);
    @Nullable String agreed = written.isEmpty() ? consent.orElse(null) : Enrolment.consent(written);
    WrittenStatus status =
        read(
            Column.STATUS,
            line.value(Column.STATUS),
            text -> WrittenStatus.of(text, program, agreed != null));
    boolean stays = status.origin() == null || program == Program.OFFPRINT;
    List<Group> joined = stays ? groups(line) : List.of();
    return new Person(
        line.number(),
        new Enrolment.Entry(
            address,
            status.status(),
            stays ? preferences.read(line, joined) : null,
            away(address, status),
            past(line, status, agreed)),
        joined);
  }

  private @Nullable Suppression away(EmailAddress address, WrittenStatus status) {
    return status.origin() == null
        ? null
        : new Suppression(
            address,
            status.origin(),
            status.origin() == Suppression.Origin.UNSUBSCRIBE
                ? "not subscribed in the list that was imported"
                : "not to be mailed by the list that was imported",
            features.clock().instant());
  }

  /** Of those who are asked, what they agree to is what they confirm. */
  private Enrolment.Past past(RosterLine line, WrittenStatus status, @Nullable String agreed) {
    boolean ours = program == Program.OFFPRINT;
    boolean keeps = ours || status.status() != Status.PENDING;
    return new Enrolment.Past(
        ours && !line.value(Column.SINCE).isEmpty()
            ? read(Column.SINCE, line.value(Column.SINCE), this::since)
            : null,
        line.value(Column.PAUSED_UNTIL).isEmpty()
            ? null
            : read(Column.PAUSED_UNTIL, line.value(Column.PAUSED_UNTIL), this::day),
        keeps ? agreed : null);
  }

  private Instant since(String text) {
    Instant since;
    try {
      since = Instant.parse(text);
    } catch (DateTimeException e) {
      since = LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (since.isBefore(Instant.EPOCH) || since.isAfter(features.clock().instant())) {
      throw new IllegalArgumentException(text + " is before 1970 or still to come");
    }
    return since;
  }

  private LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    LocalDate last =
        LocalDate.ofInstant(features.clock().instant(), ZoneOffset.UTC)
            .plusYears(dev.offprint.subscribers.Subscriber.LONGEST_PAUSE_YEARS);
    if (day.getYear() < 1970 || day.isAfter(last)) {
      throw new IllegalArgumentException(text + " is too far away for the end of a pause");
    }
    return day;
  }

  private List<Group> groups(RosterLine line) {
    List<Group> named = new ArrayList<>(group.stream().toList());
    for (String name : Several.read(line.values().getOrDefault(Column.GROUPS, ""))) {
      Group found =
          groups
              .computeIfAbsent(name, features.groups()::find)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          String.format(
                              Locale.ROOT,
                              "there is no group %s; 'offprint groups add' adds it",
                              Text.quoted(name))));
      if (!named.contains(found)) {
        named.add(found);
      }
    }
    return named;
  }

  /** Says of a value that cannot be read where it stands. */
  static <T> T read(Column column, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %s is no date; write 2026-01-31",
              column.title(),
              Text.quoted(text)),
          e);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s: %s is no whole number", column.title(), Text.quoted(text)),
          e);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s%s: %s",
              column.title(),
              why.contains("'") ? "" : " " + Text.quoted(text),
              why),
          e);
    }
  }
}
