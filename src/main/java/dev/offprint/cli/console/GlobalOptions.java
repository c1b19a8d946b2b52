package dev.offprint.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every command is told.
 *
 * @param configFile the configuration file; null when there is none and the defaults and the
 *     environment have to do
 * @param newConfigFile where a configuration is found once it is written there
 * @param data the data folder, which need not exist yet
 * @param environment the variables of the process
 */
public record GlobalOptions(
    @Nullable Path configFile, Path newConfigFile, Path data, Map<String, String> environment) {
  public static final String FILE_NAME = "offprint.toml";

  public GlobalOptions {
    environment = Map.copyOf(environment);
  }

  /**
   * Fills in what was not given, from the environment, then from what is usual. A configuration in
   * the data folder goes before the usual one, which stays in force for another data folder.
   *
   * @throws CommandFailure when a place is given that has no name, as by a variable of a script
   *     that is empty; it would be the current folder
   */
  public static GlobalOptions resolve(
      @Nullable Path configFile,
      @Nullable Path data,
      Map<String, String> environment,
      UsualPlaces usual) {
    requireName("--data", data);
    requireName("--config", configFile);
    Path givenData = data != null ? data : path(environment.get("OFFPRINT_DATA"));
    Path folder = givenData != null ? givenData : usual.data();
    Path named = configFile != null ? configFile : path(environment.get("OFFPRINT_CONFIG"));
    if (named != null) {
      return new GlobalOptions(named, named, folder, environment);
    }
    Path inData = folder.resolve(FILE_NAME);
    Path usualFile = usual.configFile();
    return new GlobalOptions(
        existing(inData, usualFile),
        givenData != null || usualFile == null ? inData : usualFile,
        folder,
        environment);
  }

  private static void requireName(String option, @Nullable Path path) {
    if (path != null && path.toString().isEmpty()) {
      throw CommandFailure.wrongUsage(option + " is given without a name; name it or leave it out");
    }
  }

  /** An empty variable is one that is not set. */
  private static @Nullable Path path(@Nullable String name) {
    return name == null || name.isEmpty() ? null : Path.of(name);
  }

  private static @Nullable Path existing(Path first, @Nullable Path second) {
    if (Files.exists(first)) {
      return first;
    }
    return second != null && Files.exists(second) ? second : null;
  }
}
