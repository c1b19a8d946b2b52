package dev.offprint.doctor;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where an address is, as seen from the Internet. */
public final class Places {
  private static final Pattern LOCAL =
      Pattern.compile("localhost|127\\..*|\\[?::1]?|.*\\.localhost");

  private Places() {}

  /** Whether a host is this machine, by its name. */
  static boolean isLocal(String host) {
    return LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether nobody on the Internet can reach an address. */
  static boolean isPrivate(InetAddress address) {
    byte first = address.getAddress()[0];
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || (address.getAddress().length == 16 && (first & 0xfe) == 0xfc); // RFC 4193
  }

  /** The domain of a mailbox's address, in lower case. */
  public static String domain(String mailbox) {
    return mailbox
        .substring(mailbox.lastIndexOf('@') + 1)
        .replace(">", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
