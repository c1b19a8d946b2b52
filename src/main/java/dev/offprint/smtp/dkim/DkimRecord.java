package dev.offprint.smtp.dkim;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What DNS must hold so that a signature can be checked: a record of type TXT (RFC 6376, section
 * 3.6.2.2).
 *
 * @param name without a dot at its end
 * @param value its text, all strings joined
 */
public record DkimRecord(String name, String value) {
  /** RFC 1035, section 3.3: one octet counts those of a string. */
  private static final int MOST_OCTETS = 255;

  /** The record for a key of a domain. */
  public static DkimRecord of(DkimKey key, String domain) {
    DkimAlgorithm algorithm = key.algorithm();
    return new DkimRecord(
        key.selector() + "._domainkey." + domain,
        "v=DKIM1; k="
            + algorithm.keyType()
            + "; p="
            + Base64.getEncoder().encodeToString(algorithm.publicOctets(key.key())));
  }

  /** The value in as few strings as hold it, each of at most 255 octets. */
  public List<String> strings() {
    List<String> strings = new ArrayList<>();
    for (int at = 0; at < value.length(); at += MOST_OCTETS) {
      strings.add(value.substring(at, Math.min(value.length(), at + MOST_OCTETS)));
    }
    return strings;
  }

  /** The record as it stands in a zone file (RFC 1035, section 5.1). */
  public String zoneForm() {
    return name + ". IN TXT (\n  \"" + String.join("\"\n  \"", strings()) + "\" )";
  }
}
