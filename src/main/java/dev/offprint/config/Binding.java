package dev.offprint.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the given values into the record tree, and collects what is wrong with them. */
final class Binding {
  private final Map<String, Given> given;
  private final List<Problem> problems;

  Binding(Map<String, Given> given, List<Problem> problems) {
    this.given = given;
    this.problems = problems;
  }

  /** The configuration; empty when a value could not be used, which the problems then tell. */
  Optional<Configuration> configuration() {
    int before = problems.size();
    @Nullable Object[] sections = arguments("", Configuration.class);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of((Configuration) create(Configuration.class, sections));
  }

  private @Nullable Object[] arguments(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> argument(Settings.key(prefix, component), component))
        .toArray();
  }

  private @Nullable Object argument(String key, RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      int before = problems.size();
      @Nullable Object[] arguments = arguments(key, component.getType());
      return problems.size() > before ? null : create(component.getType(), arguments);
    }
    Given value = given.get(key);
    try {
      return convert(key, component.getType(), value == null ? setting.initial() : value.value());
    } catch (IllegalArgumentException e) {
      Given origin = value == null ? new Given(setting.initial(), null, 0, null) : value;
      problems.add(origin.problem(key, String.valueOf(e.getMessage())));
      return null;
    }
  }

  private static Object convert(String key, Class<?> type, String text) {
    Object value;
    if (type == int.class) {
      value = integer(text);
    } else if (type == boolean.class) {
      value = bool(text);
    } else if (type == URI.class) {
      value = address(text);
    } else if (type.isEnum()) {
      value = choice(type, text);
    } else {
      value = text;
    }
    Limits.check(key, value);
    return value;
  }

  private static int integer(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, not \"" + text + "\"", e);
    }
  }

  private static boolean bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, not \"" + text + "\"");
    };
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text.strip().replaceFirst("/+$", ""));
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (web
          && address.getHost() != null
          && address.getQuery() == null
          && address.getFragment() == null
          && address.getUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below, in the operator's words.
    }
    throw new IllegalArgumentException(
        "must be a web address such as https://papers.lab.example, not \"" + text + "\"");
  }

  private static Object choice(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equalsIgnoreCase(text.strip())) {
        return constant;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("must be one of " + choices + ", not \"" + text + "\"");
  }

  private static Object create(Class<?> type, @Nullable Object[] arguments) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
