package dev.offprint.config;

import tools.jackson.databind.JsonNode;

/**
 * A value that somebody gave, not looked at yet.
 *
 * @param key as it was written: that of a setting, or that of a secret with {@code _file} behind it
 */
record Given(String key, JsonNode value, Origin origin) {
  Problem problem(String what, String remedy) {
    return new Problem(key, origin, key + " " + what, remedy);
  }

  boolean isInFile() {
    return origin instanceof Origin.InFile;
  }
}
