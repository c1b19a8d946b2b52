package dev.offprint.subscribers;

import dev.offprint.messages.Message;
import dev.offprint.messages.Unacceptable;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The address of a mailbox (RFC 5321, section 4.1.2; RFC 6531 for characters outside ASCII).
 *
 * <p>An address that exists can be mailed to: it holds no blank and no control character, its local
 * part is a dot-atom of at most 64 octets, and its domain is a name. Left out on purpose are quoted
 * local parts, comments and domain literals, which no mailbox of a reader needs.
 *
 * @param local the part before the {@code @}, as it was typed
 * @param domain in lower case, in its ASCII form (RFC 5891)
 */
public record EmailAddress(String local, String domain) {
  /** A path is at most 256 octets with its angle brackets (RFC 5321, section 4.5.3.1.3). */
  private static final int MAX_OCTETS = 254;

  /**
   * Takes an address apart already.
   *
   * @throws Unacceptable with a reason that is fit for the person who typed it
   */
  public EmailAddress {
    LocalPart.check(local);
    DomainName.check(domain);
    int octets = LocalPart.octets(local) + 1 + domain.length();
    if (octets > MAX_OCTETS) {
      throw new Unacceptable(Message.of("address.long", octets, MAX_OCTETS));
    }
  }

  /**
   * Reads an address as people type it; blanks around it are dropped.
   *
   * @throws Unacceptable with a reason that is fit for the person who typed it
   */
  public static EmailAddress of(String text) {
    String address = withoutBlanksAround(text);
    checkCharacters(address);
    int at = address.indexOf('@');
    if (at < 0) {
      throw new Unacceptable(Message.of("address.no-at"));
    }
    if (at != address.lastIndexOf('@')) {
      throw new Unacceptable(Message.of("address.ats"));
    }
    String local = address.substring(0, at);
    // Before the domain is looked at: what is wrong with "Ada <ada@example.org>" is its left side.
    LocalPart.check(local);
    return new EmailAddress(local, DomainName.toAscii(address.substring(at + 1)));
  }

  // Loops, not streams or patterns, here and in the parts: a million addresses are read from the
  // database each morning.
  private static String withoutBlanksAround(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char character) {
    return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
  }

  private static void checkCharacters(String address) {
    if (address.isEmpty()) {
      throw new Unacceptable(Message.of("address.empty"));
    }
    boolean hasBlank = false;
    for (int i = 0; i < address.length(); i++) {
      // All of these are below U+10000.
      switch (Character.getType(address.charAt(i))) {
        case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
            throw new Unacceptable(Message.of("address.control"));
        case Character.SPACE_SEPARATOR -> hasBlank = true;
        default -> {}
      }
    }
    if (hasBlank) {
      throw new Unacceptable(Message.of("address.blank"));
    }
  }

  /**
   * What makes two spellings the same subscriber: the whole address in lower case and composed form
   * (NFC). RFC 5321, section 2.4, lets a host tell local parts apart by case; mailboxes that do are
   * not found in practice, and people type their own address in either case.
   */
  public String key() {
    return Normalizer.normalize(local.toLowerCase(Locale.ROOT), Normalizer.Form.NFC) + "@" + domain;
  }

  /** For logs: enough to recognise one's own address, not enough to learn another's. */
  public String masked() {
    return local.substring(0, local.offsetByCodePoints(0, 1)) + "…@" + domain;
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
