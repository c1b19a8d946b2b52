package dev.offprint.subscribers;

/**
 * The address of a mailbox (RFC 5321, section 4.1.2; RFC 6531 for characters outside ASCII).
 *
 * @param local the part before the {@code @}, as it was typed
 * @param domain in lower case, in its ASCII form (RFC 5891)
 */
public record EmailAddress(String local, String domain) {

  /**
   * Reads an address as people type it.
   *
   * @throws IllegalArgumentException with a reason that is fit for the person who typed it
   */
  public static EmailAddress of(String text) {
    String address = text.strip();
    int at = address.lastIndexOf('@');
    if (at < 1 || at == address.length() - 1) {
      throw new IllegalArgumentException("an address looks like name@example.org");
    }
    return new EmailAddress(
        address.substring(0, at),
        java.net.IDN.toASCII(address.substring(at + 1)).toLowerCase(java.util.Locale.ROOT));
  }

  /** What makes two spellings the same subscriber: the whole address in lower case. */
  public String key() {
    return (local + "@" + domain).toLowerCase(java.util.Locale.ROOT);
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
