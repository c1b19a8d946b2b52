package dev.offprint.web;

import dev.offprint.messages.Languages;
import dev.offprint.messages.Messages;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Reach;
import dev.offprint.web.http.FormFields;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A subscription as a JSON object, turned into the fields that the form would have, so that both
 * are judged alike.
 */
final class JsonForm {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_ITEMS = 100;
  private static final String ITEMS =
      "each item is a text, or an object with a text and a reach: strict, normal or broad.";
  // An object says its reach once.
  private static final Pattern WITH_REACH =
      Pattern.compile("~\\s*(strict|normal|broad)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINES = Pattern.compile("\\R");
  private static final Pattern TIME =
      Pattern.compile("(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?");
  private static final List<String> OFTEN = List.of("daily", "weekly");
  private static final List<String> FORMATS = eitherCase(Format.values());
  private static final List<String> WEEKDAYS = eitherCase(DayOfWeek.values());

  private final Map<String, List<String>> fields = new HashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();

  private final List<String> languages;

  private JsonForm(Languages languages) {
    this.languages = languages.all().stream().map(Messages::language).toList();
  }

  /**
   * Reads an object.
   *
   * @param languages of which one may be chosen
   * @throws IllegalArgumentException when it is none; the message says where it ceases to be one
   */
  static JsonForm of(String text, Languages languages) {
    JsonForm form = new JsonForm(languages);
    try {
      JsonNode object = JSON.readTree(text);
      if (!object.isObject()) {
        throw new IllegalArgumentException("The body is not a JSON object.");
      }
      object.properties().forEach(field -> form.read(field.getKey(), field.getValue()));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(unreadable(e), e);
    }
    return form;
  }

  /** What goes beyond the limits of the parser, such as a thousand brackets, has no place. */
  private static String unreadable(JacksonException e) {
    TokenStreamLocation where = e.getLocation();
    return where == null || where.getLineNr() < 1
        ? "The body is no JSON that is taken here: it is nested too deeply, or has too long a name"
            + " or number."
        : String.format(
            Locale.ROOT,
            "The body is no JSON: line %d, column %d.",
            where.getLineNr(),
            where.getColumnNr());
  }

  private static List<String> eitherCase(Enum<?>[] values) {
    return Stream.of(values)
        .flatMap(value -> Stream.of(value.name(), value.name().toLowerCase(Locale.ROOT)))
        .toList();
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
        Optional<Integer> number = wholeNumber(value);
        if (number.isPresent()) {
          fields.put(name, List.of(number.get().toString()));
        } else {
          errors.put(name, "Give a whole number from 1 to " + Preferences.MAX_PAPERS + ".");
        }
      }
      case "interests" ->
          // An empty line keeps apart what would be lines of one text in a form.
          fields.put(name, List.of(String.join("\n\n", interests(name, value))));
      case "address", "zone", "group" -> fields.put(name, text(name, value));
      case "at" -> {
        fields.put(name, text(name, value));
        if (value.isString() && !TIME.matcher(value.stringValue()).matches()) {
          errors.put(name, "Write a time of day such as 07:00.");
        }
      }
      case "often" -> fields.put(name, oneOf(OFTEN, name, value));
      case "weekday" -> fields.put(name, upperCase(oneOf(WEEKDAYS, name, value)));
      case "format" -> fields.put(name, upperCase(oneOf(FORMATS, name, value)));
      case "language" -> fields.put(name, oneOf(languages, name, value));
      case "days" -> fields.put(name, upperCase(days(value)));
      default -> errors.put(name, "There is no such field.");
    }
  }

  /** As JSON Schema has integers, 10.0 is one. */
  private static Optional<Integer> wholeNumber(JsonNode value) {
    if (!value.isNumber()
        || Double.isNaN(value.doubleValue())
        || Double.isInfinite(value.doubleValue())) {
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue();
    return number.compareTo(BigDecimal.ONE) >= 0
            && number.compareTo(BigDecimal.valueOf(Preferences.MAX_PAPERS)) <= 0
            && number.stripTrailingZeros().scale() <= 0
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  private static List<String> upperCase(List<String> texts) {
    return texts.stream().map(text -> text.toUpperCase(Locale.ROOT)).toList();
  }

  /** Each is a text, or an object of a text and its reach. */
  private List<String> interests(String name, JsonNode value) {
    if (!value.isArray()) {
      errors.put(name, "Give a list; " + ITEMS);
      return List.of();
    }
    if (value.size() > Preferences.MAX_INTERESTS) {
      errors.put(
          name,
          String.format(
              Locale.ROOT,
              "There are %d interests, and at most %d are taken.",
              value.size(),
              Preferences.MAX_INTERESTS));
      return List.of();
    }
    List<String> interests = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int number = 0;
    for (JsonNode item : value.values()) {
      number++;
      Optional<String> interest = interest(item);
      interest.ifPresent(interests::add);
      if (interest.isEmpty()) {
        wrong.add(String.valueOf(number));
      }
    }
    if (!wrong.isEmpty()) {
      errors.put(
          name,
          (wrong.size() == 1 ? "Item " : "Items ")
              + String.join(", ", wrong)
              + " of the list: "
              + ITEMS);
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
    return Stream.of(Reach.values())
        .filter(known -> known.word().equals(reach.stringValue()))
        .findAny()
        .map(chosen -> chosen == Reach.NORMAL ? line : line + " ~" + chosen.word());
  }

  private List<String> text(String name, JsonNode value) {
    if (!value.isString()) {
      errors.put(name, "Give a text.");
      return List.of();
    }
    return List.of(value.stringValue());
  }

  private List<String> oneOf(List<String> known, String name, JsonNode value) {
    if (!value.isString() || !known.contains(value.stringValue())) {
      errors.put(name, "Give one of " + String.join(", ", known) + ".");
      return List.of();
    }
    return List.of(value.stringValue());
  }

  private List<String> days(JsonNode value) {
    if (!value.isArray()
        || value.isEmpty()
        || value.size() > MOST_ITEMS
        || !value.values().stream()
            .allMatch(day -> day.isString() && WEEKDAYS.contains(day.stringValue()))) {
      errors.put("days", "Give a list of at least one of " + String.join(", ", WEEKDAYS) + ".");
      return List.of();
    }
    return value.values().stream().map(JsonNode::stringValue).toList();
  }
}
