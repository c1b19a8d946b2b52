package dev.offprint.web.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page answers, before it is rendered.
 *
 * @param status the HTTP status code
 * @param template its name below the templates folder
 * @param values what the template shows; a {@link dev.offprint.messages.Message} among them is told
 *     in the language of the page
 * @param headers beside those that every reply has
 * @param language of the reader whose page it is (RFC 5646); null for a page that is anybody's,
 *     which is in the language that their browser asks for
 */
public record Page(
    int status,
    String template,
    Map<String, Object> values,
    Map<String, String> headers,
    @Nullable String language)
    implements Reply {
  public Page {
    values = Map.copyOf(values);
    headers = Map.copyOf(headers);
  }

  public Page(int status, String template, Map<String, Object> values) {
    this(status, template, values, Map.of(), null);
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
    return new Page(status, template, more, headers, language);
  }

  /** The same answer with another status. */
  public Page with(int other) {
    return new Page(other, template, values, headers, language);
  }

  /** The same answer with one more header field. */
  Page withHeader(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Page(status, template, values, more, language);
  }

  /** The same answer in the language of its reader, unless it is known to be in one already. */
  public Page in(String reader) {
    return language != null ? this : new Page(status, template, values, headers, reader);
  }
}
