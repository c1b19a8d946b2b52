package dev.offprint.web;

import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
import dev.offprint.subscribers.Preferences;
import dev.offprint.web.http.FormFields;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  private static final String WORLD = "World";

  /** The ids of the zones, by region. */
  private static final Map<String, List<String>> ZONES = zones();

  private FormView() {}

  /**
   * What is shown.
   *
   * @param errors what is wrong, by the name of the field
   * @param languages that can be chosen
   * @param now at which each zone has the offset that is shown
   */
  static Map<String, Object> of(
      FormFields fields, Map<String, Message> errors, Languages languages, Instant now) {
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
    view.put("zones", zones(now));
    view.put("weekly", fields.has("often", "weekly"));
    view.put("weekday", fields.text("weekday"));
    view.put("days", days(fields));
    view.put("languages", languages.all());
    view.put("language", fields.text("language"));
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
    return ZONES.values().stream().anyMatch(group -> group.contains(zone));
  }

  private static List<Map<String, Object>> days(FormFields fields) {
    return Stream.of(DayOfWeek.values())
        .map(
            day ->
                Map.<String, Object>of(
                    "value", day.name(),
                    "day", day,
                    "chosen", fields.has("days", day.name())))
        .toList();
  }

  private static Map<String, List<String>> zones() {
    Map<String, List<String>> groups = new TreeMap<>();
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      int slash = id.indexOf('/');
      if (slash > 0 && REGIONS.contains(id.substring(0, slash))) {
        groups.computeIfAbsent(id.substring(0, slash), region -> new ArrayList<>()).add(id);
      }
    }
    groups.put(WORLD, List.of("UTC"));
    return groups;
  }

  private static Map<Object, List<Map<String, String>>> zones(Instant now) {
    Map<Object, List<Map<String, String>>> groups = new LinkedHashMap<>();
    ZONES.forEach(
        (region, ids) ->
            groups.put(
                region.equals(WORLD) ? Message.of("page.form.zone.world") : region,
                ids.stream().map(id -> zone(id, now)).toList()));
    return groups;
  }

  /** Such as {@code Oslo (UTC+01:00)}. */
  private static Map<String, String> zone(String id, Instant now) {
    String city = id.substring(id.indexOf('/') + 1).replace('_', ' ');
    ZoneOffset offset = ZoneId.of(id).getRules().getOffset(now);
    String name =
        id.equals("UTC")
            ? city
            : String.format(
                Locale.ROOT,
                "%s (UTC%s)",
                city,
                offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
    return Map.of("id", id, "city", name);
  }
}
