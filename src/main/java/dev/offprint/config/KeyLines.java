package dev.offprint.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The lines on which the keys of a TOML text stand.
 *
 * <p>Jackson's TOML parser builds a tree first and keeps no places for its tokens. So the text is
 * taken apart into statements, each of them as few lines as Jackson can read by themselves; what a
 * statement defines stands on its first line. Because Jackson reads the statements too, quoted
 * keys, dotted keys, inline tables and values over several lines need no second grammar here.
 */
final class KeyLines {
  /** Longer values end the search, which would take the square of their length. */
  private static final int MOST_LINES_OF_A_STATEMENT = 200;

  /** No setting lies deeper. */
  private static final int MOST_LEVELS = 8;

  private final TomlMapper reader = new TomlMapper();
  private final Map<String, Integer> lines = new HashMap<>();
  private Optional<Repeated> repeated = Optional.empty();
  private String section = "";
  private boolean inArray;

  /** A key that is set on two lines. */
  record Repeated(String key, int first, int second) {}

  KeyLines(String text) {
    StringBuilder statement = new StringBuilder();
    int number = 0;
    int start = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (statement.isEmpty()) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
          continue;
        }
        start = number;
      }
      statement.append(line).append('\n');
      Optional<JsonNode> tree = tree(statement.toString());
      if (tree.isPresent()) {
        define(statement.toString().stripLeading().startsWith("["), tree.get(), start);
        statement.setLength(0);
      } else if (number - start >= MOST_LINES_OF_A_STATEMENT) {
        return;
      }
    }
  }

  /** The line of a key or of the section it is in; 0 when neither was found. */
  int of(String key) {
    for (String name = key; ; name = name.substring(0, name.lastIndexOf('.'))) {
      Integer line = lines.get(name);
      if (line != null || name.lastIndexOf('.') < 0) {
        return line == null ? 0 : line;
      }
    }
  }

  /** The first key that is set twice, if any. */
  Optional<Repeated> repeated() {
    return repeated;
  }

  private Optional<JsonNode> tree(String statement) {
    try {
      return Optional.of(reader.readTree(statement));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void define(boolean header, JsonNode tree, int line) {
    if (header) {
      section = "";
      inArray = false;
      enter(tree, line);
    } else {
      record(section, tree, line, 0);
    }
  }

  /** Follows the one branch of a header such as {@code [a.b]} or {@code [[a.b]]}. */
  private void enter(JsonNode header, int line) {
    JsonNode node = header;
    while (node.size() == 1) {
      if (node.isArray()) {
        inArray = true;
        node = node.get(0);
      } else {
        String name = node.propertyNames().iterator().next();
        section = TomlKey.of(section, name);
        lines.putIfAbsent(section, line);
        node = node.get(name);
      }
    }
  }

  private void record(String prefix, JsonNode node, int line, int level) {
    node.forEachEntry(
        (name, value) -> {
          String key = TomlKey.of(prefix, name);
          Integer earlier = lines.putIfAbsent(key, line);
          if (value.isObject() && !value.isEmpty()) {
            if (level < MOST_LEVELS) {
              record(key, value, line, level + 1);
            }
          } else if (earlier != null && !inArray && repeated.isEmpty()) {
            repeated = Optional.of(new Repeated(key, earlier, line));
          }
        });
  }
}
