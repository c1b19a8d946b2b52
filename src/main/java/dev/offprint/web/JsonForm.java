package dev.offprint.web;

import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Reach;
import dev.offprint.web.http.FormFields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A subscription as a JSON object, turned into the fields that the form would have, so that both
 * are judged alike.
 */
final class JsonForm {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_ITEMS = 10 * Preferences.MAX_INTERESTS;
  // An object says its reach once.
  private static final Pattern WITH_REACH =
      Pattern.compile("~\\s*(strict|normal|broad)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINES = Pattern.compile("\\R");
  private static final List<String> TEXTS = List.of("address", "at", "zone", "often");

  private final Map<String, List<String>> fields = new HashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();

  private JsonForm() {}

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException when it is none; the message says where it ceases to be one
   */
  static JsonForm of(String text) {
    JsonForm form = new JsonForm();
    try {
      JsonNode object = JSON.readTree(text);
      if (!object.isObject()) {
        throw new IllegalArgumentException("The body is not a JSON object.");
      }
      object.properties().forEach(field -> form.read(field.getKey(), field.getValue()));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "The body is no JSON: line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    }
    return form;
  }

  FormFields fields() {
    return new FormFields(fields);
  }

  /** What is wrong with the object itself, by the name of the field. */
  Map<String, String> errors() {
    return errors;
  }

  private void read(String name, JsonNode value) {
    switch (name) {
      case "trending" -> {
        if (value.isBoolean()) {
          fields.put(name, value.booleanValue() ? List.of("yes") : List.of());
        } else {
          errors.put(name, "Give true or false.");
        }
      }
      case "maximum" -> {
        if (value.isIntegralNumber()) {
          fields.put(name, List.of(value.asString()));
        } else {
          errors.put(name, "Give a whole number.");
        }
      }
      case "interests" ->
          // An empty line keeps apart what would be lines of one text in a form.
          fields.put(name, List.of(String.join("\n\n", interests(name, value))));
      case "days", "weekday", "format" ->
          fields.put(
              name,
              texts(name, value).stream().map(text -> text.toUpperCase(Locale.ROOT)).toList());
      default -> {
        if (TEXTS.contains(name)) {
          fields.put(name, texts(name, value));
        } else {
          errors.put(name, "There is no such field.");
        }
      }
    }
  }

  /** Each is a text, or an object of a text and its reach. */
  private List<String> interests(String name, JsonNode value) {
    List<String> interests =
        value.values().stream().flatMap(item -> interest(item).stream()).toList();
    if (!value.isArray() || value.size() > MOST_ITEMS || interests.size() < value.size()) {
      errors.put(
          name,
          "Give a list; each item is a text, or an object with a text and a reach: strict, normal"
              + " or broad.");
      return List.of();
    }
    return interests;
  }

  private static Optional<String> interest(JsonNode item) {
    if (item.isString()) {
      return Optional.of(item.stringValue());
    }
    JsonNode text = item.get("text");
    JsonNode reach = item.get("reach");
    if (item.size() != 2
        || text == null
        || reach == null
        || !text.isString()
        || !reach.isString()
        || text.stringValue().isBlank()
        || WITH_REACH.matcher(text.stringValue()).find()) {
      return Optional.empty();
    }
    // It is written behind the text, which therefore has to be on one line.
    String line = LINES.matcher(text.stringValue()).replaceAll(" ").strip();
    return ReachChoice.reach(reach.stringValue())
        .map(chosen -> chosen == Reach.NORMAL ? line : line + " ~" + chosen.word());
  }

  /** A text, or several where that makes sense. */
  private List<String> texts(String name, JsonNode value) {
    boolean several = name.equals("days");
    List<JsonNode> items =
        several && value.isArray() ? List.copyOf(value.values()) : List.of(value);
    if (items.size() > MOST_ITEMS
        || several != value.isArray()
        || !items.stream().allMatch(JsonNode::isString)) {
      errors.put(name, several ? "Give a list of texts." : "Give a text.");
      return List.of();
    }
    return items.stream().map(JsonNode::stringValue).toList();
  }
}
