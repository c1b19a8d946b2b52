package dev.offprint.config;

import java.util.regex.Pattern;

/** Writes keys as TOML does. */
final class TomlKey {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private TomlKey() {}

  /**
   * The key of a name in a section. A name that has to be quoted stays quoted, so that {@code
   * "smtp.host"} at the top of a file is not taken for {@code host} in {@code smtp}.
   */
  static String of(String section, String name) {
    String written = BARE.matcher(name).matches() ? name : Shown.quoted(name);
    return section.isEmpty() ? written : section + "." + written;
  }
}
