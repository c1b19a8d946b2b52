package dev.offprint.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads the values of one TOML file (toml.io, version 1.0). */
final class TomlFile {
  private static final long MOST_BYTES = 1_000_000;
  private static final Pattern SECTION =
      Pattern.compile("\\s*\\[\\s*([\\w.\\s-]+?)\\s*]\\s*(#.*)?");
  private static final Pattern ENTRY = Pattern.compile("\\s*([\\w.-]+)\\s*=.*");

  private final Path file;
  private final List<Problem> problems;

  TomlFile(Path file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The values by key; what is wrong with the file itself is added to the problems. */
  Map<String, Given> values() {
    Map<String, Given> values = new LinkedHashMap<>();
    try {
      if (Files.size(file) > MOST_BYTES) {
        problems.add(new Problem(file, 0, "is larger than 1 MB, so it is hardly a configuration"));
        return values;
      }
      String text = Files.readString(file);
      collect("", new TomlMapper().readTree(text), lines(text), values);
    } catch (NoSuchFileException e) {
      problems.add(new Problem(file, 0, "there is no such file; config init writes one"));
    } catch (AccessDeniedException e) {
      problems.add(new Problem(file, 0, "may not be read by this user"));
    } catch (CharacterCodingException e) {
      problems.add(new Problem(file, 0, "is not UTF-8 text"));
    } catch (IOException e) {
      problems.add(new Problem(file, 0, "cannot be read: " + e.getMessage()));
    } catch (JacksonException e) {
      problems.add(syntax(e));
    }
    return values;
  }

  private Problem syntax(JacksonException failure) {
    int line = failure.getLocation() == null ? 0 : Math.max(failure.getLocation().getLineNr(), 0);
    String why = failure.getOriginalMessage().lines().findFirst().orElse("");
    return new Problem(file, line, "is not TOML: " + why);
  }

  private void collect(
      String prefix, JsonNode node, Map<String, Integer> lines, Map<String, Given> values) {
    node.forEachEntry(
        (name, value) -> {
          String key = prefix.isEmpty() ? name : prefix + "." + name;
          if (value.isObject()) {
            collect(key, value, lines, values);
          } else {
            String text = value.isValueNode() ? value.asString() : value.toString();
            values.put(key, new Given(text, file, lines.getOrDefault(key, 0), null));
          }
        });
  }

  /**
   * The lines of the keys. The parser hands over a tree without places, so they are looked up in
   * the text; a key that is written in some rarer way has none.
   */
  private static Map<String, Integer> lines(String text) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    String section = "";
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher header = SECTION.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (header.matches()) {
        section = header.group(1) + ".";
      } else if (entry.matches()) {
        lines.putIfAbsent(section + entry.group(1), number);
      }
    }
    return lines;
  }
}
