package dev.offprint.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** Makes the records of {@link Configuration} from the values of all keys. */
final class RecordTree {
  private RecordTree() {}

  static Configuration of(Map<String, Object> values) {
    return (Configuration) section("", Configuration.class, values);
  }

  private static Object section(String name, Class<?> type, Map<String, Object> values) {
    Object[] arguments =
        Arrays.stream(type.getRecordComponents())
            .map(component -> argument(Settings.key(name, component), component, values))
            .toArray();
    try {
      return type.getDeclaredConstructors()[0].newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the record of section \"" + name + "\"", e);
    }
  }

  private static Object argument(
      String key, RecordComponent component, Map<String, Object> values) {
    return component.isAnnotationPresent(Setting.class)
        ? Objects.requireNonNull(values.get(key), key)
        : section(key, component.getType(), values);
  }
}
