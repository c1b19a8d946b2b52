package dev.offprint.web;

import dev.offprint.subscribers.Preferences;
import dev.offprint.web.http.FormFields;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the template of the preferences form shows: the fields as they are, and the problems. */
final class FormView {
  /** The regions of the time zone database; its other names are for compatibility alone. */
  private static final Set<String> REGIONS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  private static final Map<String, List<Map<String, String>>> ZONES = zones();

  private FormView() {}

  static Map<String, Object> of(FormFields fields, Map<String, String> errors) {
    String zone = fields.text("zone");
    Map<String, Object> view = new HashMap<>();
    view.put("address", fields.text("address"));
    view.put("trending", fields.has("trending", "yes"));
    view.put("interests", fields.text("interests"));
    view.put("maximum", fields.text("maximum"));
    view.put("most", Preferences.MAX_PAPERS);
    view.put("at", fields.text("at"));
    view.put("zone", zone);
    view.put("otherZone", isListed(zone) ? "" : zone);
    view.put("zones", ZONES);
    view.put("weekly", fields.has("often", "weekly"));
    view.put("weekday", fields.text("weekday"));
    view.put("days", days(fields));
    view.put("text", fields.has("format", Preferences.Format.TEXT.name()));
    view.put("errors", errors);
    return Map.of("form", view);
  }

  /** The name under which the list has a zone: servers tend to live in {@code Etc/UTC}. */
  static String listed(ZoneId zone) {
    return !isListed(zone.getId()) && zone.getRules().equals(ZoneOffset.UTC.getRules())
        ? "UTC"
        : zone.getId();
  }

  private static boolean isListed(String zone) {
    return ZONES.values().stream()
        .anyMatch(group -> group.stream().anyMatch(entry -> zone.equals(entry.get("id"))));
  }

  private static List<Map<String, Object>> days(FormFields fields) {
    return Stream.of(DayOfWeek.values())
        .map(
            day ->
                Map.<String, Object>of(
                    "value", day.name(),
                    "name", day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    "short", day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                    "chosen", fields.has("days", day.name())))
        .toList();
  }

  private static Map<String, List<Map<String, String>>> zones() {
    Map<String, List<Map<String, String>>> groups = new TreeMap<>();
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      int slash = id.indexOf('/');
      if (slash > 0 && REGIONS.contains(id.substring(0, slash))) {
        groups
            .computeIfAbsent(id.substring(0, slash), region -> new ArrayList<>())
            .add(Map.of("id", id, "city", id.substring(slash + 1).replace('_', ' ')));
      }
    }
    groups.put("World", List.of(Map.of("id", "UTC", "city", "UTC")));
    return groups;
  }
}
