package dev.offprint.doctor.dns;

import dev.offprint.doctor.dns.Answer.Unanswered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The DMARC records above a domain, from its own to that of its last label, in that order (RFC
 * 9989, section 4.10, the tree walk).
 *
 * @param records by the domain that each is at
 * @param several domains that have more than one, which counts as none
 * @param unanswered why DNS could not be asked for all of them; null when it could
 */
public record Dmarc(
    String domain, Map<String, Tags> records, List<String> several, @Nullable String unanswered) {
  /** Names with more labels are shortened to so many after the first question. */
  private static final int MOST_LABELS = 7;

  /** Walks up from a domain. */
  public static Dmarc of(Dns dns, String domain) {
    Map<String, Tags> records = new LinkedHashMap<>();
    List<String> several = new ArrayList<>();
    String unanswered = null;
    String start = domain.toLowerCase(Locale.ROOT);
    for (String name = start; !name.isEmpty(); name = above(name)) {
      Answer<String> answer = dns.texts("_dmarc." + name);
      if (answer instanceof Unanswered<String>(String why)) {
        unanswered = why;
        break;
      }
      List<String> found =
          answer.orNone().stream()
              .filter(text -> text.matches("v\\s*=\\s*DMARC1\\s*(;.*)?"))
              .toList();
      if (found.size() > 1) {
        several.add(name);
      } else if (found.size() == 1) {
        Tags tags = Tags.of(found.getFirst());
        records.put(name, tags);
        if (tags.get("psd", "u").matches("[ny]")) {
          break;
        }
      }
    }
    return new Dmarc(start, records, several, unanswered);
  }

  private static String above(String name) {
    String[] labels = name.split("\\.", -1);
    if (labels.length == 1) {
      return "";
    }
    int from = labels.length > MOST_LABELS ? labels.length - MOST_LABELS : 1;
    return String.join(".", List.of(labels).subList(from, labels.length));
  }

  /** The organisational domain (section 4.10.2). */
  public String organisation() {
    String last = domain;
    for (Map.Entry<String, Tags> record : records.entrySet()) {
      String at = record.getKey();
      String psd = record.getValue().get("psd", "u");
      if (psd.equals("n")) {
        return at;
      }
      if (psd.equals("y") && !at.equals(domain)) {
        String below = domain.substring(0, domain.length() - at.length() - 1);
        return below.substring(below.lastIndexOf('.') + 1) + "." + at;
      }
      last = at;
    }
    return last;
  }

  /** Where the record is that counts for the domain (section 4.10.1); empty when there is none. */
  public Optional<String> place() {
    if (records.containsKey(domain)) {
      return Optional.of(domain);
    }
    String organisation = organisation();
    if (records.containsKey(organisation)) {
      return Optional.of(organisation);
    }
    // Of a public suffix that wants it so.
    return records.keySet().stream().reduce((one, next) -> next);
  }

  /** What receivers are to do with mail of the domain that fails: {@code none} and so on. */
  public String policy() {
    String at = place().orElse("");
    Tags tags = records.getOrDefault(at, Tags.of(""));
    String policy = tags.get("p", "none");
    return (at.equals(domain) ? policy : tags.get("sp", policy)).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a domain that SPF or DKIM vouches for counts for this one (section 4.10.2).
   *
   * @param tag {@code adkim} or {@code aspf}, which may want the two to be the same
   */
  public boolean isAligned(Dns dns, String tag, String other) {
    String name = other.toLowerCase(Locale.ROOT);
    if (name.equals(domain)) {
      return true;
    }
    boolean strict =
        place().map(records::get).map(tags -> tags.get(tag, "r")).orElse("r").equals("s");
    return !strict && of(dns, name).organisation().equals(organisation());
  }
}
