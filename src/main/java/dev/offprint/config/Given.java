package dev.offprint.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A value that somebody gave for a key.
 *
 * @param value as text
 * @param file the file that gives it; null for the environment
 * @param line in that file; 0 when unknown
 * @param variable the variable that gives it; null for the file
 */
record Given(String value, @Nullable Path file, int line, @Nullable String variable) {
  Problem problem(String key, String what) {
    return new Problem(file, line, (variable == null ? key : variable) + " " + what);
  }

  String origin() {
    return file == null ? String.valueOf(variable) : file + (line > 0 ? ":" + line : "");
  }
}
