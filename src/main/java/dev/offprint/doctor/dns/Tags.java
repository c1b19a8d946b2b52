package dev.offprint.doctor.dns;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The tags of a record, as DKIM (RFC 6376, section 3.2) and DMARC (RFC 9989) write them. */
public final class Tags {
  private final Map<String, String> tags;

  private Tags(Map<String, String> tags) {
    this.tags = tags;
  }

  /** What can be read of a text such as {@code v=DKIM1; k=rsa; p=…}. */
  public static Tags of(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        tags.putIfAbsent(
            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            part.substring(equals + 1).strip());
      }
    }
    return new Tags(tags);
  }

  public boolean has(String name) {
    return tags.containsKey(name);
  }

  /** The value of a tag, or what it is where it is not there. */
  public String get(String name, String initial) {
    return tags.getOrDefault(name, initial);
  }
}
