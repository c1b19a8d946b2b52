package dev.offprint.cli;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Document;
import org.jspecify.annotations.Nullable;

/** Which Offprint this is, by the manifest of its jar. */
final class Version {
  private Version() {}

  static CommandResult answer() {
    @Nullable String built = Version.class.getPackage().getImplementationVersion();
    String version = built == null ? "(not packaged)" : built;
    return new CommandResult(
        "offprint " + version + ", Java " + Runtime.version(),
        new Document().with("version", version).with("java", Runtime.version().toString()));
  }
}
