package dev.offprint.cli;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Document;
import org.jspecify.annotations.Nullable;

/** Which Offprint this is, by the manifest of its jar. */
public final class Version {
  private Version() {}

  /** As {@code 0.1.0}; in words where it does not run from its jar. */
  public static String installed() {
    @Nullable String built = Version.class.getPackage().getImplementationVersion();
    return built == null ? "(not packaged)" : built;
  }

  static CommandResult answer() {
    String version = installed();
    return new CommandResult(
        "offprint " + version + ", Java " + Runtime.version(),
        new Document().with("version", version).with("java", Runtime.version().toString()));
  }
}
