package dev.offprint.web;

import java.util.List;
import java.util.Map;

/** The fields of a submitted form, as they were typed. */
record FormFields(Map<String, List<String>> values) {
  FormFields {
    values = Map.copyOf(values);
  }

  /** The first value of a field; empty when there is none. */
  String text(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether a checkbox of this name and value was ticked. */
  boolean has(String name, String value) {
    return all(name).contains(value);
  }
}
