package dev.offprint.web;

import java.util.HashMap;
import java.util.Map;

/**
 * What a page answers, before it is rendered.
 *
 * @param status the HTTP status code
 * @param template its name below the templates folder
 * @param values what the template shows
 * @param headers beside those that every reply has
 */
record Answer(int status, String template, Map<String, Object> values, Map<String, String> headers)
    implements Reply {
  Answer {
    values = Map.copyOf(values);
    headers = Map.copyOf(headers);
  }

  Answer(int status, String template, Map<String, Object> values) {
    this(status, template, values, Map.of());
  }

  static Answer ok(String template, Map<String, Object> values) {
    return new Answer(200, template, values);
  }

  /** The same answer with one more value for the template. */
  Answer with(String name, Object value) {
    return with(Map.of(name, value));
  }

  /** The same answer with more values for the template. */
  Answer with(Map<String, ?> others) {
    Map<String, Object> more = new HashMap<>(values);
    more.putAll(others);
    return new Answer(status, template, more, headers);
  }
}
