package dev.offprint.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which redirects are followed: within the host, or over TLS to its own subdomain or parent, such
 * as {@code www}; and never from a public host into a private network, where the daemon may reach
 * what a stranger must not.
 *
 * @param privateAllowed whether the operator lets redirects lead into private networks
 * @param resolver finds the addresses of a name; a name that is resolved to something else when it
 *     is connected to is not noticed
 * @param proxies behind which there may be names that this machine cannot resolve
 */
record RedirectRules(boolean privateAllowed, Resolver resolver, Proxies proxies) {

  /** The addresses of a name. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** Where a Location header leads; empty when that is not on the web. */
  static Optional<URI> target(URI from, String location) {
    try {
      URI target = from.resolve(location.strip());
      boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
      return web && target.getHost() != null ? Optional.of(target) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What speaks against following it, in one line for the operator. */
  Optional<String> problem(URI from, URI target) {
    if (isPrivate(target.getHost())) {
      if (privateAllowed) {
        return Optional.empty();
      }
      if (!isPrivate(from.getHost())) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s redirects to %s, which is in a private network; if that is right, set"
                    + " harvest.private_redirects",
                from.getHost(),
                target.getHost()));
      }
    }
    boolean secure = "https".equals(target.getScheme());
    if (!privateAllowed && isHiddenByProxy(from, target)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s redirects to %s, which only the proxy can look up, so it may be in a private"
                  + " network; if that is right, put the new address into the configuration",
              from.getHost(),
              target.getHost()));
    }
    boolean kept = target.getScheme().equals(from.getScheme()) || secure;
    String old = from.getHost().toLowerCase(Locale.ROOT);
    String next = target.getHost().toLowerCase(Locale.ROOT);
    if ((old.equals(next) && kept) || (secure && related(old, next))) {
      return Optional.empty();
    }
    return Optional.of(
        old.equals(next)
            ? old + " redirects from https to http, which anybody can read and change"
            : String.format(
                Locale.ROOT,
                "%s redirects to %s; if that is right, put the new address into the configuration",
                from.getHost(),
                target.getHost()));
  }

  private static boolean related(String one, String other) {
    String first = one.replaceFirst("^www\\.", "");
    String second = other.replaceFirst("^www\\.", "");
    return isName(first)
        && isName(second)
        && (first.equals(second) || first.endsWith("." + second) || second.endsWith("." + first));
  }

  /** Whether it is a name with two labels or more, and no IP address. */
  private static boolean isName(String host) {
    return host.matches("[^.:]+(?:\\.[^.:]+)*\\.[a-z][^.:]*");
  }

  private boolean isPrivate(String host) {
    return addresses(host).anyMatch(RedirectRules::isPrivate);
  }

  private boolean isHiddenByProxy(URI from, URI target) {
    return !from.getHost().equalsIgnoreCase(target.getHost())
        && proxies.proxyOf(target).isPresent()
        && addresses(target.getHost()).findAny().isEmpty();
  }

  /** None for an unknown name, which cannot be connected to either, unless by a proxy. */
  private Stream<InetAddress> addresses(String host) {
    try {
      return Stream.of(resolver.resolve(host));
    } catch (UnknownHostException e) {
      return Stream.empty();
    }
  }

  /** IANA's special-purpose registries of addresses (RFC 6890), as far as they lead to somebody. */
  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    return switch (address) {
      // "This network", and shared by the customers of a provider (RFC 6598).
      case Inet4Address four -> special || first == 0 || (first == 100 && (second & 0xc0) == 64);
      // Unique local (RFC 4193), and IPv4 behind a translator (RFC 6052) or in the old notation.
      case Inet6Address six ->
          special
              || (first & 0xfe) == 0xfc
              || (first == 0 && second == 0x64)
              || six.isIPv4CompatibleAddress();
      default -> special;
    };
  }
}
