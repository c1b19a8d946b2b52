package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import dev.offprint.messages.Messages;
import java.util.Map;

/**
 * What is asked of a page.
 *
 * @param path the parts of the path that vary, by their names in the route
 * @param query the fields behind the question mark
 * @param form the fields of a submitted form; none for a GET
 * @param body the text of a JSON document; empty for anything else
 * @param network where it comes from
 * @param language which of the languages suits best, by what the browser asks for
 */
public record Request(
    Map<String, String> path,
    FormFields query,
    FormFields form,
    String body,
    IpNetwork network,
    Messages language) {
  /** A part of the path; only for one that the route has. */
  public String part(String name) {
    String part = path.get(name);
    if (part == null) {
      throw new IllegalArgumentException("the route has no part " + name);
    }
    return part;
  }

  /** The token of a link. */
  public String token() {
    return part("token");
  }
}
