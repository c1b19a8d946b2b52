package dev.offprint.web.http;

import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * How long addresses and header fields may be. The HTTP server itself reads more, so that what is
 * too long is refused where it is known whether a person or a program asks.
 */
public final class RequestSize {
  /** How many octets the HTTP server reads of an address and the header fields together. */
  public static final int READ = 64 * 1024;

  private static final int LONGEST_ADDRESS = 8_000;
  private static final int LONGEST_FIELDS = 8 * 1024;

  private RequestSize() {}

  /**
   * Refuses what is too long.
   *
   * @throws HttpResponseException with the status 414 or 431 (RFC 9110, 15.5.15; RFC 6585, 5)
   */
  public static void check(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
      throw new HttpResponseException(414);
    }
    int fields = 0;
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        fields += name.length() + value.length();
      }
    }
    if (fields > LONGEST_FIELDS) {
      throw new HttpResponseException(431);
    }
  }
}
