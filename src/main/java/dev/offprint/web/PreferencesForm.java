package dev.offprint.web;

import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Timing;
import dev.offprint.web.http.FormFields;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that say what a subscriber wants. Every field is judged by itself, so that all
 * problems are shown at once.
 */
final class PreferencesForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);
  private static final List<String> WORKING_DAYS =
      Stream.of(DayOfWeek.values()).limit(5).map(DayOfWeek::name).toList();

  private static final String LANGUAGE = "language";

  /** The fields that say which papers; the others say when and how they come. */
  private static final Set<String> PAPERS =
      Set.of("trending", WrittenInterests.FIELD, ReachChoice.FIELD, "maximum");

  private final FormFields fields;
  private final Languages languages;
  private final boolean inGroup;
  private final Map<String, Message> errors = new LinkedHashMap<>();
  private final WrittenInterests written;
  private final @Nullable Preferences preferences;

  /**
   * @param languages of which one may be chosen
   */
  PreferencesForm(FormFields fields, Languages languages) {
    this(fields, languages, false);
  }

  /**
   * @param inGroup whether there can be papers even if nothing is chosen
   */
  PreferencesForm(FormFields fields, Languages languages, boolean inGroup) {
    this.fields = fields;
    this.languages = languages;
    this.inGroup = inGroup;
    this.written = WrittenInterests.of(fields);
    this.preferences = read();
  }

  /**
   * The fields as they are shown to a newcomer.
   *
   * @param language in which they read the page
   */
  static FormFields usual(ZoneId zone, String language) {
    return new FormFields(
        Map.of(
            "trending",
            List.of("yes"),
            "maximum",
            List.of(String.valueOf(Preferences.USUAL_PAPERS)),
            "at",
            List.of("07:00"),
            "zone",
            List.of(FormView.listed(zone)),
            "often",
            List.of("daily"),
            "days",
            WORKING_DAYS,
            "weekday",
            List.of(DayOfWeek.MONDAY.name()),
            LANGUAGE,
            List.of(language),
            "format",
            List.of(Format.HTML.name())));
  }

  /** The field of a language alone. */
  static FormFields in(String language) {
    return new FormFields(Map.of(LANGUAGE, List.of(language)));
  }

  /** The fields as they would have been filled in for these preferences. */
  static FormFields of(Preferences preferences) {
    Timing timing = preferences.timing();
    List<String> days = timing.days().stream().map(DayOfWeek::name).toList();
    return new FormFields(
        Map.of(
            "trending",
            preferences.content().trending() ? List.of("yes") : List.of(),
            "interests",
            List.of(
                preferences.interests().stream()
                    .map(Interest::line)
                    .collect(Collectors.joining("\n"))),
            "maximum",
            List.of(String.valueOf(preferences.maximum())),
            "at",
            List.of(timing.at().toString()),
            "zone",
            List.of(timing.zone().getId()),
            "often",
            List.of(timing.isWeekly() ? "weekly" : "daily"),
            // One day alone would mean weekly again to whoever chooses daily.
            "days",
            timing.isWeekly() ? WORKING_DAYS : days,
            "weekday",
            timing.isWeekly() ? days : List.of(DayOfWeek.MONDAY.name()),
            LANGUAGE,
            List.of(preferences.language()),
            "format",
            List.of(preferences.format().name())));
  }

  /** These fields without those that say which papers, and with those of such preferences. */
  static FormFields withPapersOf(FormFields fields, Preferences preferences) {
    Map<String, List<String>> values = new HashMap<>(fields.values());
    PAPERS.forEach(values::remove);
    of(preferences).values().entrySet().stream()
        .filter(field -> PAPERS.contains(field.getKey()))
        .forEach(field -> values.put(field.getKey(), field.getValue()));
    return new FormFields(values);
  }

  /** What was asked for; empty when a field has a problem. */
  Optional<Preferences> preferences() {
    return Optional.ofNullable(preferences);
  }

  /** The interests, as they are typed. */
  WrittenInterests written() {
    return written;
  }

  /** What was understood of the interests, and offers. */
  List<PastedInterests.Note> notes() {
    return written.notes();
  }

  /** What is wrong, by the name of the field, in the order of the page. */
  Map<String, Message> errors() {
    return errors;
  }

  private @Nullable Preferences read() {
    List<Interest> interests = interests();
    boolean trending = fields.has("trending", "yes");
    if (!trending && interests.isEmpty() && errors.isEmpty() && !inGroup) {
      errors.put(WrittenInterests.FIELD, Message.of("page.form.nothing.error"));
    }
    int maximum = maximum();
    LocalTime at = time();
    ZoneId zone = zone();
    Set<DayOfWeek> days = days();
    String language = language();
    if (!errors.isEmpty()) {
      return null;
    }
    Content content =
        !trending ? Content.MATCHING : interests.isEmpty() ? Content.TRENDING : Content.BOTH;
    Format format = fields.has("format", Format.TEXT.name()) ? Format.TEXT : Format.HTML;
    return new Preferences(
        content, interests, maximum, new Timing(at, zone, days), format, language);
  }

  private List<Interest> interests() {
    written.problem().ifPresent(problem -> errors.put(WrittenInterests.FIELD, problem));
    return written.chosen();
  }

  private int maximum() {
    try {
      int maximum = Integer.parseInt(fields.text("maximum").strip());
      if (maximum >= 1 && maximum <= Preferences.MAX_PAPERS) {
        return maximum;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    errors.put("maximum", Message.of("page.form.maximum.error", Preferences.MAX_PAPERS));
    return 1;
  }

  private LocalTime time() {
    try {
      return LocalTime.parse(fields.text("at").strip(), TIME);
    } catch (DateTimeException e) {
      errors.put("at", Message.of("page.form.at.error"));
      return LocalTime.MIDNIGHT;
    }
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(fields.text("zone").strip());
    } catch (DateTimeException e) {
      errors.put("zone", Message.of("page.form.zone.error"));
      return ZoneId.of("UTC");
    }
  }

  private String language() {
    String language = fields.text(LANGUAGE).strip();
    if (!languages.has(language)) {
      errors.put(LANGUAGE, Message.of("page.form.language.error"));
    }
    return language;
  }

  /** Those of the way of the two that was chosen; what the other one says does not matter. */
  private Set<DayOfWeek> days() {
    boolean weekly = fields.has("often", "weekly");
    String field = weekly ? "weekday" : "days";
    Set<DayOfWeek> days =
        Stream.of(DayOfWeek.values())
            .filter(day -> fields.has(field, day.name()))
            .collect(Collectors.toSet());
    if (days.isEmpty() || (weekly && days.size() > 1)) {
      errors.put(field, Message.of(weekly ? "page.form.weekday.error" : "page.form.days.error"));
      return Timing.DAILY;
    }
    return days;
  }
}
