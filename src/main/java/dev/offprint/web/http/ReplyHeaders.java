package dev.offprint.web.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The header fields that every reply has, also one to what could not be read as a request. */
public final class ReplyHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src"
              + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "interest-cohort=(), browsing-topics=()",
          "Cache-Control",
          "no-store");

  /** A year, as browsers and their lists of such sites ask for (RFC 6797, section 6.1.1). */
  private static final String STRICT_TRANSPORT = "max-age=31536000";

  private ReplyHeaders() {}

  /**
   * By their names.
   *
   * @param baseUrl where readers reach the pages
   */
  public static Map<String, String> of(URI baseUrl) {
    Map<String, String> headers = new HashMap<>(ALWAYS);
    if ("https".equalsIgnoreCase(baseUrl.getScheme())) {
      headers.put("Strict-Transport-Security", STRICT_TRANSPORT);
    }
    return Map.copyOf(headers);
  }
}
