package dev.offprint.app;

import dev.offprint.config.ConfigurationLoader.Loaded;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What an installation is made from. It stays when its features are closed and made anew.
 *
 * @param source reads the configuration
 * @param configuration as it was read, once
 * @param data the data folder
 * @param home the folder of the distribution
 */
record Premises(
    Supplier<Loaded> source,
    Lazy<Loaded> configuration,
    Path data,
    Path home,
    InstantSource clock) {
  Premises(Supplier<Loaded> source, Path data, Path home, InstantSource clock) {
    this(source, new Lazy<>(source), data, home, clock);
  }

  /** The same, with the configuration as it is by now. */
  Premises anew() {
    return new Premises(source, data, home, clock);
  }
}
