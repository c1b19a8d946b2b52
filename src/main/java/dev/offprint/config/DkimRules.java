package dev.offprint.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the settings of DKIM must be together; each alone is valid, or was refused before. */
final class DkimRules {
  private static final String FROM = "mail.from";
  private static final String DOMAIN = "mail.dkim.domain";
  private static final String RSA = "mail.dkim.rsa_selector";
  private static final String ED25519 = "mail.dkim.ed25519_selector";

  private final Map<String, Object> values;
  private final Map<String, Given> given;

  DkimRules(Map<String, Object> values, Map<String, Given> given) {
    this.values = values;
    this.given = given;
  }

  static String signingDomain(String configured, String from) {
    return lower(configured.isEmpty() ? domainOf(from) : configured);
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (values.get(DOMAIN) instanceof String domain
        && values.get(FROM) instanceof String from
        && !isAligned(signingDomain(domain, from), lower(domainOf(from)))) {
      problems.add(
          given(DOMAIN)
              .problem(
                  "is " + Shown.quoted(domain) + ", but mail.from is at " + domainOf(from),
                  "give "
                      + Form.SIGNING_DOMAIN.accepts()
                      + ", or leave it out: otherwise receivers do not count the signature for the"
                      + " sender"));
    }
    if (values.get(RSA) instanceof String rsa
        && values.get(ED25519) instanceof String ed25519
        && rsa.equalsIgnoreCase(ed25519)) {
      problems.add(
          given(ED25519)
              .problem(
                  "is " + Shown.quoted(ed25519) + ", as mail.dkim.rsa_selector is",
                  "give each key a selector of its own"));
    }
    return problems;
  }

  /** As DMARC's relaxed alignment has it (RFC 7489, section 3.1.1), for parents of two labels. */
  private static boolean isAligned(String domain, String from) {
    return from.equals(domain) || (domain.contains(".") && from.endsWith("." + domain));
  }

  private static String domainOf(String from) {
    return from.substring(from.lastIndexOf('@') + 1).replace(">", "");
  }

  private static String lower(String domain) {
    return domain.toLowerCase(Locale.ROOT);
  }

  private Given given(String key) {
    return Objects.requireNonNull(given.get(key));
  }
}
