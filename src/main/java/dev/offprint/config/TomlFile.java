package dev.offprint.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads what one TOML file gives (toml.io, version 1.0). */
final class TomlFile {
  /** How deep a table that no setting lies in is looked into, to name its keys. */
  private static final int MOST_LEVELS = 3;

  private final Path file;
  private final List<Problem> problems;

  TomlFile(Path file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The known keys with their values; all else is added to the problems. */
  Map<String, Given> given() {
    Map<String, Given> given = new LinkedHashMap<>();
    try {
      text(SmallFile.read(file))
          .ifPresent(
              text -> {
                KeyLines lines = new KeyLines(text);
                tree(text, lines).ifPresent(tree -> collect("", tree, lines, given));
              });
    } catch (Refused e) {
      problem("", 0, 0, "the configuration file " + e.what(), e.remedy());
    }
    return given;
  }

  private Optional<String> text(byte[] bytes) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(source, text, true);
    text.flip();
    if (!end.isError()) {
      String read = text.toString();
      // Some editors begin every file with a byte order mark.
      return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
    }
    int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
    problem("", line, 0, "the configuration file is not UTF-8 text", "save it as UTF-8");
    return Optional.empty();
  }

  private Optional<JsonNode> tree(String text, KeyLines lines) {
    try {
      return Optional.of(new TomlMapper().readTree(text));
    } catch (StreamConstraintsException e) {
      problem("", 0, 0, "the file is nested too deeply or holds an endless number", "simplify it");
    } catch (JacksonException e) {
      syntax(e, lines);
    }
    return Optional.empty();
  }

  private void syntax(JacksonException failure, KeyLines lines) {
    String what = TomlMessage.of(failure);
    Optional<KeyLines.Repeated> repeated = lines.repeated();
    // Jackson names neither the key nor, after a line end, the right line.
    if (what.equals("Duplicate key") && repeated.isPresent()) {
      String key = repeated.get().key();
      int second = repeated.get().second();
      String remedy = "keep this one or that in line " + repeated.get().first();
      problem(key, second, 0, key + " is set a second time", remedy);
      return;
    }
    int line = Math.max(failure.getLocation().getLineNr(), 0);
    int column = Math.max(failure.getLocation().getColumnNr(), 0);
    problem("", line, column, "not TOML: " + what, TomlMessage.remedy(what));
  }

  private void collect(String section, JsonNode table, KeyLines lines, Map<String, Given> given) {
    table.forEachEntry(
        (name, value) -> {
          String key = TomlKey.of(section, name);
          if (Settings.keys().contains(key)) {
            given.put(key, new Given(key, value, new Origin.InFile(file, lines.of(key), 0)));
          } else if (!Settings.isSection(key)) {
            unknown(key, value, lines, 1);
          } else if (value.isObject()) {
            collect(key, value, lines, given);
          } else {
            String remedy = "write [" + key + "] and its keys below";
            problem(key, lines.of(key), 0, key + " is a section and takes no value", remedy);
          }
        });
  }

  private void unknown(String key, JsonNode value, KeyLines lines, int level) {
    if (value.isObject() && !value.isEmpty() && level < MOST_LEVELS) {
      value.forEachEntry((name, below) -> unknown(TomlKey.of(key, name), below, lines, level + 1));
      return;
    }
    String remedy =
        Nearest.to(Shown.plain(key), Settings.keys())
            .map(near -> "did you mean " + near + "?")
            .orElse("`offprint config init` writes a file with all keys");
    problem(key, lines.of(key), 0, "unknown key " + key, remedy);
  }

  private void problem(String key, int line, int column, String what, String remedy) {
    problems.add(new Problem(key, new Origin.InFile(file, line, column), what, remedy));
  }
}
