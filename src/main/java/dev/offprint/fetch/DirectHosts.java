package dev.offprint.fetch;

import dev.offprint.config.IpNetwork;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hosts that are asked without the proxy: those of {@code no_proxy}, and this machine. An entry is
 * a domain, with or without a dot before it, for itself and all below it; an IP address or a
 * network of them; either with a port behind it; or {@code *} for all.
 *
 * @param entries in lower case
 */
record DirectHosts(List<String> entries) {

  /** Reads a list with commas or blanks between its entries. */
  static DirectHosts of(String list) {
    return new DirectHosts(
        Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  boolean contains(URI address) {
    String host = withoutDot(address.getHost().toLowerCase(Locale.ROOT)).replaceAll("[\\[\\]]", "");
    int port = port(address);
    Optional<InetAddress> literal = literal(host);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || literal.filter(InetAddress::isLoopbackAddress).isPresent()
        || entries.stream().anyMatch(entry -> matches(entry, host, port, literal));
  }

  private static boolean matches(
      String entry, String host, int port, Optional<InetAddress> literal) {
    int colon = entry.lastIndexOf(':');
    boolean withPort =
        colon > 0
            && entry.substring(colon + 1).matches("\\d{1,5}")
            // Colons without brackets are those of an IPv6 address.
            && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
    if (withPort && Integer.parseInt(entry.substring(colon + 1)) != port) {
      return false;
    }
    String name = (withPort ? entry.substring(0, colon) : entry).replaceAll("[\\[\\]]", "");
    if (name.equals("*")) {
      return true;
    }
    if (literal.isPresent()) {
      return network(name).filter(network -> network.contains(literal.get())).isPresent();
    }
    String domain = withoutDot(name.replaceFirst("^\\*?\\.", ""));
    return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
  }

  private static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<IpNetwork> network(String text) {
    try {
      return Optional.of(IpNetwork.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
