package dev.offprint.config;

import java.net.URI;
import java.net.URISyntaxException;

/** The address that gives out access tokens (RFC 6749, section 3.2). */
final class TokenAddress {
  private TokenAddress() {}

  /** Whether secrets may be sent to it: they are protected, or stay on this machine. */
  static boolean isGood(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null
          && address.getPort() <= 65_535
          && address.getRawUserInfo() == null
          && address.getRawFragment() == null
          && isProtected(address);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isProtected(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme())
            && ServerConfiguration.isThisMachine(address));
  }
}
