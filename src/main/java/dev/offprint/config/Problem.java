package dev.offprint.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param file the file that says it; null for the environment
 * @param line 1 for the first line; 0 when it has none
 * @param what what is wrong and what to do, without any secret
 */
public record Problem(@Nullable Path file, int line, String what) {
  @Override
  public String toString() {
    if (file == null) {
      return what;
    }
    return file + (line > 0 ? ":" + line : "") + ": " + what;
  }
}
