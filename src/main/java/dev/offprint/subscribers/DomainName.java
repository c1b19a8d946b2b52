package dev.offprint.subscribers;

import dev.offprint.messages.Message;
import dev.offprint.messages.Unacceptable;
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
   * @throws Unacceptable with a reason when there is none
   */
  static String toAscii(String domain) {
    if (domain.startsWith("[") || domain.endsWith("]")) {
      throw new Unacceptable(Message.of("address.domain.number"));
    }
    if (domain.indexOf('(') >= 0 || domain.indexOf(')') >= 0) {
      throw new Unacceptable(Message.of("address.comment"));
    }
    if (isAscii(domain)) {
      return domain.toLowerCase(Locale.ROOT);
    }
    if (DISPUTED.matcher(domain).find()) {
      throw new Unacceptable(Message.of("address.domain.disputed"));
    }
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Unacceptable(Message.of("address.domain.ascii", domain));
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
   * @throws Unacceptable if anything is
   */
  static void check(String domain) {
    if (domain.isEmpty()) {
      throw new Unacceptable(Message.of("address.domain.empty"));
    }
    if (domain.length() > MAX_OCTETS) {
      throw new Unacceptable(Message.of("address.domain.long", MAX_OCTETS));
    }
    if (domain.endsWith(".")) {
      throw new Unacceptable(Message.of("address.domain.dot"));
    }
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      checkLabel(label, domain);
    }
    if (labels.length == 1 && !domain.equals("localhost")) {
      throw new Unacceptable(Message.of("address.domain.ending", domain));
    }
    if (DIGITS.matcher(labels[labels.length - 1]).matches()) {
      throw new Unacceptable(Message.of("address.domain.digits"));
    }
  }

  private static void checkLabel(String label, String domain) {
    if (label.isEmpty()) {
      throw new Unacceptable(Message.of("address.domain.dots"));
    }
    if (label.length() > MAX_LABEL_OCTETS) {
      throw new Unacceptable(Message.of("address.domain.label", MAX_LABEL_OCTETS));
    }
    if (label.startsWith("-") || label.endsWith("-")) {
      throw new Unacceptable(Message.of("address.domain.hyphen", domain));
    }
    if (!LABEL.matcher(label).matches()) {
      throw new Unacceptable(Message.of("address.domain.characters", domain));
    }
  }
}
