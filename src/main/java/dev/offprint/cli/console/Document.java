package dev.offprint.cli.console;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object in the making: its fields keep their order, and unknown values stay in as null. */
public final class Document {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** The fields of a record, to which others can be added. */
  public static Document of(Object record) {
    Document document = new Document();
    JSON.valueToTree(record)
        .properties()
        .forEach(field -> document.with(field.getKey(), field.getValue()));
    return document;
  }

  /**
   * Adds a field.
   *
   * @param name in lower case, words joined by underscores
   */
  public Document with(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  /** Leaves fields out. */
  public Document without(String... names) {
    List.of(names).forEach(fields::remove);
    return this;
  }

  @JsonValue
  Map<String, @Nullable Object> fields() {
    return fields;
  }
}
