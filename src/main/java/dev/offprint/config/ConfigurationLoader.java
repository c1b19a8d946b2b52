package dev.offprint.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the configuration from a file and the environment; the environment wins. */
public final class ConfigurationLoader {
  private static final String PREFIX = "OFFPRINT_";
  private static final String FILE_SUFFIX = "_file";

  /** Variables of the launcher and the command line, which are no settings. */
  private static final Set<String> RESERVED =
      Set.of("OFFPRINT_CONFIG", "OFFPRINT_DATA", "OFFPRINT_HOME", "OFFPRINT_JAVA_OPTIONS");

  private final List<Problem> problems = new ArrayList<>();

  private ConfigurationLoader() {}

  /**
   * A configuration with where each value comes from.
   *
   * @param settings every setting, in the order of the record tree
   */
  public record Loaded(Configuration configuration, List<Effective> settings) {}

  /**
   * One setting as it is in force.
   *
   * @param value as text; {@code ***} for a secret that is set
   * @param origin the file with its line, the variable, or {@code initial}
   */
  public record Effective(SettingDescription setting, String value, String origin) {
    /** As a line of TOML with a comment that tells the origin. */
    public String toml() {
      String name = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      return name + " = " + setting.toml(value) + "  # " + origin;
    }
  }

  /**
   * Loads it.
   *
   * @param file null when there is none
   * @throws InvalidConfiguration with everything that is wrong
   */
  public static Loaded load(@Nullable Path file, Map<String, String> environment) {
    return new ConfigurationLoader().read(file, environment);
  }

  private Loaded read(@Nullable Path file, Map<String, String> environment) {
    Map<String, Given> given = new LinkedHashMap<>();
    if (file != null) {
      given.putAll(withFiles(new TomlFile(file, problems).values()));
    }
    given.putAll(withFiles(variables(environment)));
    Binding binding = new Binding(given, problems);
    Optional<Configuration> configuration = binding.configuration();
    if (!problems.isEmpty() || configuration.isEmpty()) {
      throw new InvalidConfiguration(problems);
    }
    return new Loaded(configuration.get(), effective(given));
  }

  private Map<String, Given> variables(Map<String, String> environment) {
    Map<String, Given> values = new LinkedHashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !RESERVED.contains(name)) {
                String key =
                    name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace("__", ".");
                values.put(key, new Given(value, null, 0, name));
              }
            });
    return values;
  }

  /** Replaces {@code …_file} by what the file holds, and reports unknown keys. */
  private Map<String, Given> withFiles(Map<String, Given> values) {
    Map<String, Given> known = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (Settings.keys().contains(key)) {
            if (known.containsKey(key)) {
              problems.add(value.problem(key, "is given twice, here and by a file; keep one"));
            }
            known.put(key, value);
          } else if (secretOf(key).isPresent()) {
            String secret = secretOf(key).get();
            if (known.containsKey(secret)) {
              problems.add(
                  value.problem(key, "is given twice, as a value and by a file; keep one"));
            }
            contentOf(key, value).ifPresent(content -> known.put(secret, content));
          } else {
            problems.add(value.problem(key, "is no known key" + suggestion(key)));
          }
        });
    return known;
  }

  private static String suggestion(String key) {
    return Nearest.to(key, Settings.keys())
        .map(near -> "; did you mean " + near + "?")
        .orElse("; config init writes a file with all of them");
  }

  private static Optional<String> secretOf(String key) {
    return Settings.all().stream()
        .filter(setting -> setting.secret() && key.equals(setting.key() + FILE_SUFFIX))
        .map(SettingDescription::key)
        .findFirst();
  }

  private Optional<Given> contentOf(String key, Given value) {
    Path named = Path.of(value.value());
    Path secret = value.file() == null ? named : value.file().resolveSibling(named);
    try {
      String content = Files.readString(secret).replaceFirst("\\R$", "");
      return Optional.of(new Given(content, value.file(), value.line(), value.variable()));
    } catch (IOException e) {
      problems.add(value.problem(key, "names a file that cannot be read: " + secret));
      return Optional.empty();
    }
  }

  private static List<Effective> effective(Map<String, Given> given) {
    return Settings.all().stream()
        .map(
            setting -> {
              Given value = given.get(setting.key());
              String text = value == null ? setting.initial() : value.value();
              return new Effective(
                  setting,
                  setting.secret() && !text.isEmpty() ? "***" : text,
                  value == null ? "initial" : value.origin());
            })
        .toList();
  }
}
