package dev.offprint.config;

import java.util.List;

/** The configuration in words: the commented example, the reference page, and what is in force. */
public final class ConfigurationText {
  private static final int WIDTH = 100;

  private ConfigurationText() {}

  /** A file with every key at its initial value, each commented out under its explanation. */
  public static String example() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Configuration of Offprint (TOML). Every key stands here at its initial value; take the "#" away to change
        # it. Any key can also come from the environment: smtp.host is OFFPRINT_SMTP__HOST. A password can come
        # from a file: password_file = "smtp-password". `offprint config check` tells all that is wrong at once.
        """);
    String section = "";
    for (SettingDescription setting : Settings.all()) {
      String own = section(setting);
      if (!own.equals(section)) {
        section = own;
        text.append("\n[").append(section).append("]\n");
      }
      text.append(wrapped(setting.help(), "# "));
      text.append("#")
          .append(name(setting))
          .append(" = ")
          .append(setting.initialToml())
          .append('\n');
    }
    return text.toString();
  }

  /** The reference page, in Markdown. */
  public static String reference() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Configuration

        One TOML file, named by `--config FILE` or `OFFPRINT_CONFIG`, else `offprint.toml` in the data folder if it is there.
        No file is needed: every key has an initial value. `offprint config init FILE` writes one with all keys,
        `offprint config check` tells everything that is wrong at once, and `offprint config show` what is in force.

        Any key can come from the environment, which wins over the file: `smtp.host` is `OFFPRINT_SMTP__HOST`. A secret can
        come from a file of its own, named by the key with `_file` behind it and read relative to the configuration:
        `password_file = "smtp-password"`, or `OFFPRINT_SMTP__PASSWORD_FILE`.

        How much is logged is decided in `config/logging.xml` (Logback); the log goes to standard error.

        This page is made from the code by `./mvnw test -Dtest=ConfigurationTextTest -Doffprint.regenerate=true`.
        """);
    String section = "";
    for (SettingDescription setting : Settings.all()) {
      if (!section(setting).equals(section)) {
        section = section(setting);
        text.append("\n## ")
            .append(section)
            .append("\n\n| key | initially | what it does |\n|---|---|---|\n");
      }
      String initial = setting.initial().isEmpty() ? "" : "`" + setting.initial() + "`";
      text.append("| `%s` | %s | %s |%n".formatted(setting.key(), initial, setting.help()));
    }
    return text.toString();
  }

  /** What is in force and where each value comes from, as TOML. */
  public static String effective(List<ConfigurationLoader.Effective> settings) {
    StringBuilder text = new StringBuilder();
    String section = "";
    for (ConfigurationLoader.Effective effective : settings) {
      String own = section(effective.setting());
      if (!own.equals(section)) {
        text.append(section.isEmpty() ? "" : "\n").append("[").append(own).append("]\n");
        section = own;
      }
      text.append(effective.toml()).append('\n');
    }
    return text.toString();
  }

  private static String section(SettingDescription setting) {
    return setting.key().substring(0, setting.key().lastIndexOf('.'));
  }

  private static String name(SettingDescription setting) {
    return setting.key().substring(setting.key().lastIndexOf('.') + 1);
  }

  private static String wrapped(String help, String prefix) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(prefix.strip());
    for (String word : help.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(prefix.strip());
      }
      line.append(' ').append(word);
    }
    return text.append(line).append('\n').toString();
  }
}
