package dev.offprint.fetch;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes the next request for a document conditional (RFC 9110, section 13). */
final class RememberedDocuments {
  /** Documents whose address holds a day are never asked for again after some days. */
  private static final int MOST = 1_000;

  private final Map<URI, Validators> validators =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Validators> eldest) {
          return size() > MOST;
        }
      };

  /** How a server tells one version of a document from another; null where it does not. */
  record Validators(@Nullable String entityTag, @Nullable String lastModified) {
    private static final Validators NONE = new Validators(null, null);

    /** Those of an answer, without what may not be sent back in a header. */
    static Validators of(HttpHeaders headers) {
      return new Validators(
          // RFC 9110, section 8.8.3.
          headers.firstValue("ETag").filter(tag -> tag.matches("(?:W/)?\"[!#-~]*\"")).orElse(null),
          headers
              .firstValue("Last-Modified")
              .filter(date -> HttpDate.read(date).isPresent())
              .orElse(null));
    }

    /** The headers of a conditional request; none when the server gave no validator. */
    Map<String, String> conditions() {
      Map<String, String> conditions = new LinkedHashMap<>();
      if (entityTag != null) {
        conditions.put("If-None-Match", entityTag);
      }
      if (lastModified != null) {
        conditions.put("If-Modified-Since", lastModified);
      }
      return conditions;
    }
  }

  synchronized Validators of(URI document) {
    return validators.getOrDefault(document, Validators.NONE);
  }

  synchronized void put(URI document, Validators given) {
    validators.put(document, given);
  }

  synchronized void remove(URI document) {
    validators.remove(document);
  }
}
