package dev.offprint.setup;

import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.InvalidConfiguration;
import dev.offprint.config.Problem;
import dev.offprint.config.SettingDescription;
import dev.offprint.config.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the configuration says of a value before it is written there. */
final class SettingRules {
  private SettingRules() {}

  /** Why a setting cannot have this value, and what to give instead; empty when it can. */
  static Optional<String> problem(String key, String value) {
    SettingDescription setting =
        Settings.all().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    try {
      ConfigurationLoader.load(null, Map.of(setting.variable(), value));
      return Optional.empty();
    } catch (InvalidConfiguration e) {
      Problem problem = e.problems().getFirst();
      return Optional.of(
          String.format(Locale.ROOT, "it %s; %s", problem.what(), problem.remedy())
              .replaceFirst("^it " + key + " ", "it "));
    }
  }
}
