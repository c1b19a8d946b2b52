package dev.offprint.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong, as a program reads it, in English (RFC 9457, section 3). */
public final class ProblemDocument {
  /** The media type. */
  public static final String TYPE = "application/problem+json";

  private static final JsonMapper JSON = new JsonMapper();

  private ProblemDocument() {}

  /** What went wrong, with the fields that are wrong. */
  public static Body of(int status, String title, Map<String, ?> errors) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", status);
    document.put("title", title);
    if (!errors.isEmpty()) {
      Map<String, String> told = new LinkedHashMap<>();
      errors.forEach((field, error) -> told.put(field, error.toString()));
      document.put("errors", told);
    }
    return new Body(status, TYPE, JSON.writeValueAsBytes(document), Map.of());
  }

  /** A page that says what went wrong, as a program reads it (RFC 9457, section 3). */
  public static Body of(Page page) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", page.status());
    document.put("title", page.values().getOrDefault("title", "").toString());
    document.put("detail", page.values().getOrDefault("explanation", "").toString());
    return new Body(page.status(), TYPE, JSON.writeValueAsBytes(document), page.headers());
  }
}
