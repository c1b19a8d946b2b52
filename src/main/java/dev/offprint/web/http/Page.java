package dev.offprint.web.http;

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
public record Page(
    int status, String template, Map<String, Object> values, Map<String, String> headers)
    implements Reply {
  public Page {
    values = Map.copyOf(values);
    headers = Map.copyOf(headers);
  }

  public Page(int status, String template, Map<String, Object> values) {
    this(status, template, values, Map.of());
  }

  public static Page ok(String template, Map<String, Object> values) {
    return new Page(200, template, values);
  }

  /** The same answer with one more value for the template. */
  public Page with(String name, Object value) {
    return with(Map.of(name, value));
  }

  /** The same answer with more values for the template. */
  public Page with(Map<String, ?> others) {
    Map<String, Object> more = new HashMap<>(values);
    more.putAll(others);
    return new Page(status, template, more, headers);
  }
}
