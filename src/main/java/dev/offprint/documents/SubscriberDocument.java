package dev.offprint.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.offprint.groups.Group;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A subscriber with what they want.
 *
 * @param nextDue when the next edition is due; null while none is
 * @param groups the names of those that they are in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SubscriberDocument(
    long id,
    String address,
    String status,
    @Nullable LocalDate pausedUntil,
    Instant createdAt,
    @Nullable Instant nextDue,
    List<String> groups,
    @JsonUnwrapped Wanted wanted) {

  /**
   * What somebody wants, with the names and values that the HTTP API takes.
   *
   * @param interests each as it was written, with its reach
   * @param maximum the most papers of an edition
   * @param at the time of day, such as {@code 07:00}
   * @param language its tag (RFC 5646), such as {@code en}
   */
  public record Wanted(
      boolean trending,
      boolean matching,
      List<String> interests,
      int maximum,
      String at,
      ZoneId zone,
      List<DayOfWeek> days,
      Preferences.Format format,
      String language) {
    static Wanted of(Preferences preferences) {
      return new Wanted(
          preferences.content().trending(),
          preferences.content().matching(),
          preferences.interests().stream().map(Interest::line).toList(),
          preferences.maximum(),
          preferences.timing().at().toString(),
          preferences.timing().zone(),
          preferences.timing().days().stream().sorted().toList(),
          preferences.format(),
          preferences.language());
    }
  }

  /** A subscriber as they stand now. */
  public static SubscriberDocument of(Subscriber subscriber, List<Group> groups) {
    return new SubscriberDocument(
        subscriber.id(),
        subscriber.address().toString(),
        subscriber.status().name().toLowerCase(Locale.ROOT),
        subscriber.pausedUntil(),
        subscriber.createdAt(),
        subscriber.status() == Status.ACTIVE ? subscriber.nextDue() : null,
        groups.stream().map(Group::name).toList(),
        Wanted.of(subscriber.preferences()));
  }
}
