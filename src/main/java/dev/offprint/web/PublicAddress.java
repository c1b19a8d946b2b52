package dev.offprint.web;

import dev.offprint.messages.Message;
import dev.offprint.messages.Unacceptable;
import dev.offprint.subscribers.EmailAddress;
import java.util.Set;

/** Addresses that strangers may have mailed: those of this machine are not for them to name. */
final class PublicAddress {
  /** Kept for names of one machine or network (RFC 6761, 6762 and 8375; ICANN for internal). */
  private static final Set<String> NEARBY =
      Set.of("localhost", "localdomain", "local", "internal", "home.arpa");

  private PublicAddress() {}

  /** What is said at the field of an address that cannot be taken. */
  static Message complaint(IllegalArgumentException why) {
    return Message.of(
        "page.address.error",
        why instanceof Unacceptable told ? told.reason() : String.valueOf(why.getMessage()));
  }

  /**
   * Reads an address as people type it.
   *
   * @throws Unacceptable with a reason that is fit for the person who typed it
   */
  static EmailAddress of(String typed) {
    EmailAddress address = EmailAddress.of(typed);
    String domain = address.domain();
    if (NEARBY.stream().anyMatch(name -> domain.equals(name) || domain.endsWith("." + name))) {
      throw new Unacceptable(Message.of("page.address.nearby", domain));
    }
    return address;
  }
}
