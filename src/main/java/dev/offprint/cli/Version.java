package dev.offprint.cli;

import org.jspecify.annotations.Nullable;

/** Which Offprint this is, by the manifest of its jar. */
final class Version {
  private Version() {}

  static Answer answer() {
    @Nullable String built = Version.class.getPackage().getImplementationVersion();
    String version = built == null ? "(not packaged)" : built;
    return new Answer(
        "offprint " + version + ", Java " + Runtime.version(),
        new Document().with("version", version).with("java", Runtime.version().toString()));
  }
}
