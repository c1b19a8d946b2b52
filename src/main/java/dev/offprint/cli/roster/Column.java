package dev.offprint.cli.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file says of people, by the names that its columns or fields may have. */
enum Column {
  ADDRESS("address", "email", "emailaddress", "mail", "subscriber", "emailadresse", "adresse"),
  STATUS("status", "state", "subscriptionstatus"),
  PAUSED_UNTIL("pauseduntil"),
  SINCE("since", "createdat"),
  CONTENT("content"),
  TRENDING("trending"),
  MATCHING("matching"),
  INTERESTS("interests", "interest", "keywords", "topics", "interessen"),
  MAXIMUM("maximum", "max", "papers"),
  TIME("time", "at", "hour", "uhrzeit"),
  ZONE("zone", "timezone", "tz", "zeitzone"),
  DAYS("days", "day", "weekdays", "tage"),
  FORMAT("format"),
  LANGUAGE("language", "lang", "locale", "sprache"),
  GROUPS("groups", "group", "gruppen", "gruppe"),
  CONSENT("consent", "optin", "einwilligung");

  /** Those of our own export as CSV, in its order. */
  static final List<Column> EXPORTED =
      Arrays.stream(values()).filter(each -> each != TRENDING && each != MATCHING).toList();

  /** By these it is known. */
  private static final Set<Column> OURS = Set.of(ADDRESS, STATUS, SINCE, INTERESTS, CONSENT);

  /** By these a subscriber of ours is known in JSON, which leaves out what there is none of. */
  private static final Set<Column> OURS_IN_JSON =
      Set.of(ADDRESS, STATUS, SINCE, INTERESTS, TRENDING, MATCHING);

  @SuppressWarnings("ImmutableEnumChecker") // it is made by List.of
  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** As our own export writes it. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that a name stands for, however it is written. */
  static Optional<Column> named(String name) {
    String letters = letters(name);
    return Arrays.stream(values()).filter(each -> each.names.contains(letters)).findFirst();
  }

  static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  /** Whether a file with these columns is our own. */
  static boolean areOurs(Set<Column> columns) {
    return columns.containsAll(OURS) || columns.containsAll(OURS_IN_JSON);
  }
}
