package dev.offprint.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Scripts that look at a page from inside it. */
final class Script {
  private Script() {}

  /**
   * Reads a script.
   *
   * @param name a file beside this class, or with a slash before it one at the top of a jar
   */
  static String named(String name) {
    try (InputStream file = Script.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
