package dev.offprint.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.StringNode;

/** Reads what the environment gives. */
final class Variables {
  private static final String PREFIX = "OFFPRINT_";

  /** Variables of the launcher and the command line, which are no settings. */
  private static final Set<String> RESERVED =
      Set.of(
          "OFFPRINT_CONFIG",
          "OFFPRINT_DATA",
          "OFFPRINT_HOME",
          "OFFPRINT_JAVA_OPTIONS",
          "OFFPRINT_LOG_FORMAT");

  private Variables() {}

  /** {@code smtp.host} is {@code OFFPRINT_SMTP__HOST}. */
  static String name(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace(".", "__");
  }

  /** The known keys with their values; other variables of ours are added to the problems. */
  static Map<String, Given> given(Map<String, String> environment, List<Problem> problems) {
    Map<String, String> keys =
        Settings.keys().stream().collect(Collectors.toMap(Variables::name, Function.identity()));
    Map<String, Given> given = new LinkedHashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, text) -> {
              String key = keys.get(name);
              if (key != null) {
                given.put(key, new Given(key, StringNode.valueOf(text), new Origin.Variable(name)));
              } else if (name.startsWith(PREFIX) && !RESERVED.contains(name)) {
                problems.add(unknown(name, keys.keySet()));
              }
            });
    return given;
  }

  private static Problem unknown(String name, Set<String> known) {
    String shown = Shown.plain(name);
    String remedy =
        Nearest.to(shown, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("`offprint config init` writes a file with all keys");
    return new Problem("", new Origin.Variable(name), "unknown variable", remedy);
  }
}
