package dev.offprint.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a mailbox: an address, or a name and an address between angle brackets (RFC 5322, section
 * 3.4, without its obsolete forms, comments and quoted local parts).
 */
final class Mailbox {
  private static final int MOST_CHARACTERS = 500;

  /** RFC 5321, section 4.5.3.1.1. */
  private static final int MOST_LOCAL_CHARACTERS = 64;

  /** RFC 5321, section 4.5.3.1.3, less the two angle brackets. */
  private static final int MOST_ADDRESS_CHARACTERS = 254;

  /** RFC 1035, section 2.3.4, as text. */
  private static final int MOST_DOMAIN_CHARACTERS = 253;

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*+");
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*+");
  private static final Pattern NAME =
      Pattern.compile("[^\\[\\]()<>@,;:\\\\\"]*|\"([^\"\\\\]|\\\\.)*+\"");

  private Mailbox() {}

  /** Why it is none; empty if it is one. */
  static Optional<String> objection(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.of("it is longer than " + MOST_CHARACTERS + " characters");
    }
    if (!text.endsWith(">")) {
      return objectionToAddress(text);
    }
    int open = text.lastIndexOf('<');
    if (open < 0) {
      return Optional.of("it ends with \">\" but has no \"<\"");
    }
    if (!NAME.matcher(text.substring(0, open).strip()).matches()) {
      return Optional.of("a name with a special character in it stands in double quotes");
    }
    return objectionToAddress(text.substring(open + 1, text.length() - 1));
  }

  /** Whether it is a domain in ASCII, of one label or more. */
  static boolean isDomain(String text) {
    return text.length() <= MOST_DOMAIN_CHARACTERS && DOMAIN.matcher(text).matches();
  }

  /** Why it is no address without a name; empty if it is one. */
  static Optional<String> objectionToAddress(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return Optional.of("its address has no @");
    }
    String local = address.substring(0, at);
    if (!LOCAL.matcher(local).matches() || local.length() > MOST_LOCAL_CHARACTERS) {
      return Optional.of("the part before the @ is not valid");
    }
    if (!DOMAIN.matcher(address.substring(at + 1)).matches()) {
      return Optional.of(
          "the part after the @ is not a domain (write an internationalized one as xn--…)");
    }
    return address.length() > MOST_ADDRESS_CHARACTERS
        ? Optional.of("its address is longer than " + MOST_ADDRESS_CHARACTERS + " characters")
        : Optional.empty();
  }
}
