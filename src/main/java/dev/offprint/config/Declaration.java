package dev.offprint.config;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A setting as {@link Configuration} declares it: what the operator sees, and what is checked. */
record Declaration(SettingDescription description, Setting rules) {
  /** What the key of a secret ends with when it names a file. */
  static final String FILE_SUFFIX = "_file";

  static Declaration of(String key, RecordComponent component, Setting rules) {
    return new Declaration(
        new SettingDescription(
            key,
            component.getType(),
            accepts(component.getType(), rules),
            rules.initial(),
            rules.help(),
            rules.secret()),
        rules);
  }

  String key() {
    return description.key();
  }

  String fileKey() {
    return key() + FILE_SUFFIX;
  }

  private static String accepts(Class<?> type, Setting rules) {
    if (type == int.class) {
      return "a whole number from " + rules.least() + " to " + rules.most();
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == URI.class) {
      return "an address that begins with https:// or http://, without user, query and fragment";
    }
    if (type == CertificateFile.class) {
      return "nothing, or the name of a file";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return type == List.class && !rules.form().isOfList()
        ? "a list of texts, each " + rules.form().accepts()
        : rules.form().accepts();
  }
}
