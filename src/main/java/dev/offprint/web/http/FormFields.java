package dev.offprint.web.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a submitted form or behind the question mark of an address, as they were typed. */
public record FormFields(Map<String, List<String>> values) {
  static final FormFields NONE = new FormFields(Map.of());

  public FormFields {
    values = Map.copyOf(values);
  }

  /** The first value of a field; empty when there is none. */
  public String text(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether a checkbox of this name and value was ticked. */
  public boolean has(String name, String value) {
    return all(name).contains(value);
  }

  /** The other fields. */
  FormFields without(String name) {
    Map<String, List<String>> others = new HashMap<>(values);
    others.remove(name);
    return new FormFields(others);
  }

  /** These fields, and those of others that are not among them. */
  public FormFields orElse(FormFields others) {
    Map<String, List<String>> all = new HashMap<>(others.values);
    all.putAll(values);
    return new FormFields(all);
  }
}
