package dev.offprint.cli.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where things are when nobody says so. An installation from a package has places of its own, which
 * its launcher names.
 *
 * @param data the data folder
 * @param configFile the configuration; null where it is only looked for in the data folder
 */
public record UsualPlaces(Path data, @Nullable Path configFile) {
  /** The places of a checkout or an unpacked archive: all in the working directory. */
  public static final UsualPlaces HERE = new UsualPlaces(Path.of("offprint-data"), null);

  /**
   * The places that the launcher names.
   *
   * @param data null for that of {@link #HERE}
   */
  public static UsualPlaces of(@Nullable String data, @Nullable String configFile) {
    return new UsualPlaces(
        data == null ? HERE.data() : Path.of(data),
        configFile == null ? null : Path.of(configFile));
  }
}
