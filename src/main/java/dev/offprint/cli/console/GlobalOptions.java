package dev.offprint.cli.console;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every command is told.
 *
 * @param configFile the configuration file; null when there is none and the defaults and the
 *     environment have to do
 * @param data the data folder, which need not exist yet
 * @param environment the variables of the process
 */
public record GlobalOptions(@Nullable Path configFile, Path data, Map<String, String> environment) {
  public static final String FILE_NAME = "offprint.toml";

  public GlobalOptions {
    environment = Map.copyOf(environment);
  }

  /** Fills in what was not given, from the environment, then from what is usual. */
  public static GlobalOptions resolve(
      @Nullable Path configFile, @Nullable Path data, Map<String, String> environment) {
    Path folder =
        data != null ? data : Path.of(environment.getOrDefault("OFFPRINT_DATA", "offprint-data"));
    return new GlobalOptions(
        configFile != null ? configFile : usualFile(folder, environment), folder, environment);
  }

  private static @Nullable Path usualFile(Path data, Map<String, String> environment) {
    String named = environment.get("OFFPRINT_CONFIG");
    if (named != null) {
      return Path.of(named);
    }
    Path inData = data.resolve(FILE_NAME);
    return java.nio.file.Files.exists(inData) ? inData : null;
  }
}
