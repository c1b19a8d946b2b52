package dev.offprint.app;

import dev.offprint.config.ConfigurationLoader.Loaded;
import dev.offprint.fetch.HostPauses;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What an installation is made from. It stays when its features are closed and made anew.
 *
 * @param source reads the configuration
 * @param configuration as it was read, once
 * @param data the data folder
 * @param home the folder of the distribution
 * @param pauses until when sources are left alone
 */
record Premises(
    Supplier<Loaded> source,
    Lazy<Loaded> configuration,
    Path data,
    Path home,
    InstantSource clock,
    Lazy<HostPauses> pauses) {
  Premises(Supplier<Loaded> source, Path data, Path home, InstantSource clock) {
    this(
        source,
        new Lazy<>(source),
        data,
        home,
        clock,
        new Lazy<>(() -> new HostPauses(clock, new Random())));
  }

  /** The same, with the configuration as it is by now. */
  Premises anew() {
    Lazy<HostPauses> before = pauses;
    // Taken over when sources are first asked: until then those of before may still be asking.
    return new Premises(
        source, new Lazy<>(source), data, home, clock, new Lazy<>(() -> before.get().asked()));
  }
}
