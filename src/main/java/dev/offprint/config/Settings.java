package dev.offprint.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every key there is, read from the record tree of {@link Configuration}. */
public final class Settings {
  private static final List<SettingDescription> ALL = List.copyOf(below("", Configuration.class));

  private Settings() {}

  /** All settings, in the order of the record tree. */
  public static List<SettingDescription> all() {
    return ALL;
  }

  static List<String> keys() {
    return ALL.stream().map(SettingDescription::key).toList();
  }

  private static List<SettingDescription> below(String prefix, Class<?> type) {
    List<SettingDescription> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = key(prefix, component);
      Setting setting = component.getAnnotation(Setting.class);
      if (setting == null) {
        found.addAll(below(key, component.getType()));
      } else {
        found.add(
            new SettingDescription(
                key, component.getType(), setting.initial(), setting.help(), setting.secret()));
      }
    }
    return found;
  }

  /** {@code baseUrl} of {@code server} is {@code server.base_url}. */
  static String key(String prefix, RecordComponent component) {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}
