package dev.offprint.web.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A reply that is ready to be sent.
 *
 * @param status the HTTP status code
 * @param headers beside those that every reply has
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read by the HTTP server alone
public record Body(int status, String contentType, byte[] bytes, Map<String, String> headers)
    implements Reply {
  public Body {
    headers = Map.copyOf(headers);
  }

  public static Body ok(String contentType, String text) {
    return new Body(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** The same with another status. */
  public Body withStatus(int other) {
    return new Body(other, contentType, bytes, headers);
  }

  /** The same with one more header field. */
  public Body with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Body(status, contentType, bytes, more);
  }
}
