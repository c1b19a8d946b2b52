package dev.offprint.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Reads the configuration from a file and the environment; the environment wins. */
public final class ConfigurationLoader {
  private static final String HIDDEN = "***";

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Path folder;

  private ConfigurationLoader(@Nullable Path file) {
    Path parent = file == null ? null : file.toAbsolutePath().getParent();
    this.folder = parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  /**
   * A configuration with where each value comes from.
   *
   * @param settings every setting, in the order of the record tree
   * @param environment all variables, for what is read as other programs read it
   */
  public record Loaded(
      Configuration configuration, List<Effective> settings, Map<String, String> environment) {
    @Override
    public String toString() {
      return "Loaded[" + configuration + "]";
    }
  }

  /**
   * One setting as it is in force.
   *
   * @param value as text; {@code ***} for a secret that is set
   */
  public record Effective(SettingDescription setting, String value, Origin origin) {
    /** As a line of TOML with a comment that tells the origin. */
    public String toml() {
      return setting.name() + " = " + setting.toml(value) + "  # " + origin;
    }
  }

  /**
   * Loads it.
   *
   * @param file the TOML file, at most 1 MB of UTF-8; null when there is none
   * @param environment all variables; those that do not begin with {@code OFFPRINT_} are not looked
   *     at. The name of a file, such as one for {@code …_file}, is in either relative to the folder
   *     of the configuration file, without one to the working directory
   * @throws InvalidConfiguration with everything that is wrong, in the order of the file's lines
   */
  public static Loaded load(@Nullable Path file, Map<String, String> environment) {
    return new ConfigurationLoader(file).read(file, environment);
  }

  private Loaded read(@Nullable Path file, Map<String, String> environment) {
    Map<String, Given> inFile = file == null ? Map.of() : new TomlFile(file, problems).given();
    Map<String, Given> inEnvironment = Variables.given(environment, problems);
    List<Effective> effective = new ArrayList<>();
    Map<String, Given> origins = new HashMap<>();
    for (Declaration declaration : Settings.declared()) {
      Optional<Given> fromFile = choice(declaration, inFile);
      Given given =
          choice(declaration, inEnvironment)
              .or(() -> fromFile)
              .orElseGet(() -> initial(declaration));
      value(declaration, given).ifPresent(value -> values.put(declaration.key(), value));
      effective.add(effective(declaration, given));
      origins.put(declaration.key(), given);
    }
    problems.addAll(new DkimRules(values, origins).problems());
    problems.addAll(new LoginRules("smtp", values, origins).problems());
    problems.addAll(new LoginRules("mail.bounces", values, origins).problems());
    problems.addAll(ServerConfiguration.Watching.problems(values, origins));
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(ConfigurationLoader::line));
      throw new InvalidConfiguration(problems);
    }
    return new Loaded(RecordTree.of(values), List.copyOf(effective), Map.copyOf(environment));
  }

  /** What one place gives for a setting: its value, or for a secret the file that holds it. */
  private Optional<Given> choice(Declaration declaration, Map<String, Given> given) {
    Given value = given.get(declaration.key());
    Given file = given.get(declaration.fileKey());
    if (value != null && file != null) {
      problems.add(file.problem("is given and " + declaration.key() + " too", "keep one of them"));
    }
    return Optional.ofNullable(value == null ? file : value);
  }

  private static Given initial(Declaration declaration) {
    return new Given(
        declaration.key(), StringNode.valueOf(declaration.rules().initial()), new Origin.Initial());
  }

  private Optional<Object> value(Declaration declaration, Given given) {
    try {
      if (given.key().equals(declaration.fileKey())) {
        return Optional.of(
            SecretFile.content(
                Conversion.text(given, "the name of a file"), folder, declaration.rules().form()));
      }
      return Optional.of(Conversion.of(declaration, given, folder));
    } catch (Refused e) {
      problems.add(given.problem(e.what(), e.remedy()));
      return Optional.empty();
    }
  }

  private Effective effective(Declaration declaration, Given given) {
    Object value = values.getOrDefault(declaration.key(), "");
    String text =
        value instanceof List<?> items
            ? items.stream().map(String::valueOf).collect(Collectors.joining(", "))
            : value.toString();
    boolean hidden = declaration.description().secret() && !text.isEmpty();
    return new Effective(declaration.description(), hidden ? HIDDEN : text, given.origin());
  }

  /** Problems of the environment come after those of the file. */
  private static int line(Problem problem) {
    return problem.origin() instanceof Origin.InFile place ? place.line() : Integer.MAX_VALUE;
  }
}
