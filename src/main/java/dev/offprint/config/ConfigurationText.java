package dev.offprint.config;

import java.util.List;
import java.util.Locale;

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
