package dev.offprint.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every key there is, read from the record tree of {@link Configuration}. */
public final class Settings {
  private static final List<Declaration> DECLARED = List.copyOf(below("", Configuration.class));
  private static final Set<String> WRITTEN = written();
  private static final Set<String> SECTIONS =
      WRITTEN.stream().flatMap(key -> sections(key).stream()).collect(Collectors.toSet());

  private Settings() {}

  /** All settings, in the order of the record tree. */
  public static List<SettingDescription> all() {
    return DECLARED.stream().map(Declaration::description).toList();
  }

  static List<Declaration> declared() {
    return DECLARED;
  }

  /** Every key that may be written: the settings, and {@code …_file} for each secret. */
  static Set<String> keys() {
    return WRITTEN;
  }

  /** Whether keys begin with it, as they do with {@code sources} or {@code sources.huggingface}. */
  static boolean isSection(String name) {
    return SECTIONS.contains(name);
  }

  /** {@code baseUrl} of {@code server} is {@code server.base_url}. */
  static String key(String section, RecordComponent component) {
    if (component.isAnnotationPresent(Inline.class)) {
      return section;
    }
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return section.isEmpty() ? name : section + "." + name;
  }

  private static List<Declaration> below(String section, Class<?> type) {
    List<Declaration> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = key(section, component);
      Setting rules = component.getAnnotation(Setting.class);
      if (rules == null) {
        found.addAll(below(key, component.getType()));
      } else {
        found.add(Declaration.of(key, component, rules));
      }
    }
    return found;
  }

  private static Set<String> written() {
    Set<String> keys = new LinkedHashSet<>();
    for (Declaration declaration : DECLARED) {
      keys.add(declaration.key());
      if (declaration.description().secret()) {
        keys.add(declaration.fileKey());
      }
    }
    return Collections.unmodifiableSet(keys);
  }

  private static List<String> sections(String key) {
    List<String> sections = new ArrayList<>();
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      sections.add(key.substring(0, dot));
    }
    return sections;
  }
}
