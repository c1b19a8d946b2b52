package dev.offprint.web.http;

import java.util.Map;
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
   * The HTTP status for what is too long: 414 for an address (RFC 9110, section 15.5.15), 431 for
   * header fields (RFC 6585, section 5), and 200 when neither is.
   */
  public static int status(String path, @Nullable String query, Map<String, String> fields) {
    if (path.length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
      return 414;
    }
    int length = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      length += field.getKey().length() + field.getValue().length();
    }
    return length > LONGEST_FIELDS ? 431 : 200;
  }
}
