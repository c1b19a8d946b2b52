package dev.offprint.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The configuration in words: the commented example, the reference page, and what is in force. */
public final class ConfigurationText {
  private static final int WIDTH = 100;

  private ConfigurationText() {}

  /** A file with every key at its initial value, each commented out under its explanation. */
  public static String example() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Configuration of Offprint (TOML). Every key stands here at its initial value; take the "#" away
        # to change it. Any key can also come from the environment, which wins over this file: smtp.host
        # is OFFPRINT_SMTP__HOST. `offprint config check` tells everything that is wrong at once.
        """);
    String section = "";
    for (SettingDescription setting : Settings.all()) {
      if (!setting.section().equals(section)) {
        section = setting.section();
        text.append("\n[").append(section).append("]\n");
      }
      text.append(wrapped(setting.help())).append(more(setting));
      text.append(
          String.format(
              Locale.ROOT, "#%s = %s\n", setting.name(), setting.toml(setting.initial())));
    }
    return text.toString();
  }

  /**
   * A configuration file with some keys set or no longer set, and all else as it was. It can be
   * wrong where the file is not written as {@link #example} is; who writes it loads it first.
   *
   * @param values as in the environment, by their keys; empty takes a key away
   */
  public static String filled(String text, Map<String, Optional<String>> values) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    values.forEach(
        (key, value) -> {
          int dot = key.lastIndexOf('.');
          fill(lines, key.substring(0, dot), key.substring(dot + 1), value);
        });
    return String.join("\n", lines) + "\n";
  }

  private static void fill(
      List<String> lines, String section, String name, Optional<String> value) {
    int header = find(lines, 0, lines.size(), "\\s*\\[" + Pattern.quote(section) + "]\\s*(#.*)?");
    if (header < 0 && value.isPresent()) {
      lines.addAll(List.of("", "[" + section + "]", line(section, name, value.get())));
    }
    if (header < 0) {
      return;
    }
    int next = find(lines, header + 1, lines.size(), "\\s*\\[[\\w.]+]\\s*(#.*)?");
    int end = next < 0 ? lines.size() : next;
    int set = find(lines, header + 1, end, "\\s*" + name + "\\s*=.*");
    int unset = find(lines, header + 1, end, "#" + name + "\\s*=.*");
    if (set >= 0 && value.isEmpty()) {
      lines.remove(set);
    } else if (set >= 0) {
      lines.set(set, line(section, name, value.get()));
    } else if (value.isPresent() && unset >= 0) {
      lines.set(unset, line(section, name, value.get()));
    } else if (value.isPresent()) {
      // What comes from a file stands below what it is instead of.
      String other = "#?" + name.replaceFirst("_file$", "") + "\\s*=.*";
      int place = find(lines, header + 1, end, other);
      lines.add((place < 0 ? header : place) + 1, line(section, name, value.get()));
    }
  }

  private static int find(List<String> lines, int from, int to, String form) {
    for (int i = from; i < to; i++) {
      if (lines.get(i).matches(form)) {
        return i;
      }
    }
    return -1;
  }

  private static String line(String section, String name, String value) {
    return name
        + " = "
        + Settings.all().stream()
            .filter(setting -> setting.key().equals(section + "." + name))
            .findFirst()
            .map(setting -> setting.toml(value))
            .orElseGet(() -> SettingDescription.quoted(value));
  }

  /** What the operator needs beside the help and cannot see from the initial value. */
  private static String more(SettingDescription setting) {
    if (setting.secret()) {
      return wrapped(
          String.format(
              Locale.ROOT,
              "Or rather in a file of its own: %s_file = \"/etc/offprint/%s-%s\"",
              setting.name(),
              setting.section(),
              setting.name()));
    }
    return setting.type() == int.class ? wrapped("Accepts " + setting.accepts() + ".") : "";
  }

  /** The reference page, in Markdown. */
  public static String reference() {
    StringBuilder text = new StringBuilder(ReferenceIntroduction.TEXT);
    String section = "";
    for (SettingDescription setting : Settings.all()) {
      if (!setting.section().equals(section)) {
        section = setting.section();
        text.append("\n## ").append(section).append("\n\n");
        text.append("| key | initially | what it does | what it accepts |\n|---|---|---|---|\n");
      }
      String initial = setting.initial().isEmpty() ? "" : "`" + setting.initial() + "`";
      String accepts = setting.accepts() + (setting.secret() ? "; or a file, by `_file`" : "");
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s |\n",
              setting.key(),
              initial,
              cell(setting.help()),
              cell(accepts)));
    }
    return text.toString();
  }

  /** In Markdown, angle brackets begin HTML and a bar ends the cell. */
  private static String cell(String text) {
    return text.replace("<", "&lt;").replace("|", "\\|");
  }

  /** What is in force and where each value comes from, as TOML; secrets are not shown. */
  public static String effective(List<ConfigurationLoader.Effective> settings) {
    StringBuilder text = new StringBuilder();
    String section = "";
    for (ConfigurationLoader.Effective effective : settings) {
      String own = effective.setting().section();
      if (!own.equals(section)) {
        text.append(section.isEmpty() ? "" : "\n").append("[").append(own).append("]\n");
        section = own;
      }
      text.append(effective.toml()).append('\n');
    }
    return text.toString();
  }

  private static String wrapped(String help) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder("#");
    for (String word : help.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    return text.append(line).append('\n').toString();
  }
}
