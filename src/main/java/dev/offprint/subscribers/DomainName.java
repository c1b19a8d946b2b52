package dev.offprint.subscribers;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of an address behind its {@code @}: a fully qualified name (RFC 5321, 2.3.5). */
final class DomainName {
  /** RFC 5321, section 4.5.3.1.2. */
  private static final int MAX_OCTETS = 255;

  /** RFC 1035, section 2.3.4. */
  private static final int MAX_LABEL_OCTETS = 63;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

  /** Read differently by IDNA 2003, which {@link IDN} implements, and IDNA 2008 (RFC 5894, 7.2). */
  private static final Pattern DISPUTED = Pattern.compile("[ßẞς\u200C\u200D]");

  private DomainName() {}

  /**
   * The lower-case ASCII form of a domain that may be in any script.
   *
   * @throws IllegalArgumentException with a reason when there is none
   */
  static String toAscii(String domain) {
    if (domain.startsWith("[") || domain.endsWith("]")) {
      throw new IllegalArgumentException(
          "a number in brackets is not taken behind the @; type the name of the mail domain");
    }
    if (domain.indexOf('(') >= 0 || domain.indexOf(')') >= 0) {
      throw new IllegalArgumentException("comments in parentheses are not taken");
    }
    if (isAscii(domain)) {
      return domain.toLowerCase(Locale.ROOT);
    }
    if (DISPUTED.matcher(domain).find()) {
      throw new IllegalArgumentException(
          "the domain has a letter (such as ß or ς) that mail systems read in two ways; type the"
              + " form that begins with xn--");
    }
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the domain cannot be written in ASCII: " + domain, e);
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /**
   * Says what is wrong with a domain in its ASCII form.
   *
   * @throws IllegalArgumentException if anything is
   */
  static void check(String domain) {
    if (domain.isEmpty()) {
      throw new IllegalArgumentException("there is nothing behind the @");
    }
    if (domain.length() > MAX_OCTETS) {
      throw new IllegalArgumentException(
          "the domain is too long: at most " + MAX_OCTETS + " characters can be delivered to");
    }
    if (domain.endsWith(".")) {
      throw new IllegalArgumentException("the domain must not end with a dot");
    }
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      checkLabel(label, domain);
    }
    if (labels.length == 1 && !domain.equals("localhost")) {
      throw new IllegalArgumentException(
          "the domain “" + domain + "” lacks its ending, such as .org");
    }
    if (DIGITS.matcher(labels[labels.length - 1]).matches()) {
      throw new IllegalArgumentException("the domain ends in a number; type its name");
    }
  }

  private static void checkLabel(String label, String domain) {
    if (label.isEmpty()) {
      throw new IllegalArgumentException(
          "the domain must not begin with a dot, nor have two in a row");
    }
    if (label.length() > MAX_LABEL_OCTETS) {
      throw new IllegalArgumentException(
          "a part of the domain is too long: between dots at most "
              + MAX_LABEL_OCTETS
              + " characters are possible");
    }
    if (label.startsWith("-") || label.endsWith("-")) {
      throw new IllegalArgumentException(
          "no part of the domain may begin or end with a hyphen: “" + domain + "”");
    }
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "the domain may have letters, digits, hyphens and dots only: “" + domain + "”");
    }
  }
}
