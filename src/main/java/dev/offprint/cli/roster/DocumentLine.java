package dev.offprint.cli.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document on a line, as our own export writes them. */
final class DocumentLine {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private DocumentLine() {}

  /** What wrote a file that begins with this line. */
  static Program program(String line) {
    return Column.areOurs(read(1, line).values().keySet()) ? Program.OFFPRINT : Program.TABLE;
  }

  static RosterLine read(int number, String line) {
    JsonNode document;
    try {
      document = JSON.readTree(line);
    } catch (JacksonException e) {
      return RosterLine.broken(
          number,
          "it is no JSON document: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    if (!document.isObject()) {
      return RosterLine.broken(number, "it is no JSON object");
    }
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      Optional<Column> column = Column.named(field.getKey());
      if (column.isEmpty() || field.getValue().isNull()) {
        continue;
      }
      Optional<String> value = text(field.getValue());
      if (value.isEmpty()) {
        return RosterLine.broken(number, field.getKey() + " is neither a text nor a list of texts");
      }
      values.putIfAbsent(column.get(), value.get());
    }
    return new RosterLine(number, values, null);
  }

  /** A list as lines; the last one ends, so that a single text is not taken apart. */
  private static Optional<String> text(JsonNode value) {
    if (value.isValueNode()) {
      return Optional.of(value.asString());
    }
    List<String> lines = new ArrayList<>();
    if (!value.isArray()) {
      return Optional.empty();
    }
    for (JsonNode each : value) {
      if (!each.isValueNode()) {
        return Optional.empty();
      }
      lines.add(each.asString());
    }
    return Optional.of(Several.written(lines));
  }
}
