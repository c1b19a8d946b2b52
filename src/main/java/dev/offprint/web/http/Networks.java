package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells from which network a request comes. Limits count by network, as whoever has one address of
 * it has most often all: 24 bits of IPv4, 48 of IPv6 (RFC 6177, section 2).
 *
 * <p>Anyone can send an {@code X-Forwarded-For}; it is believed from the proxies of the
 * configuration alone, and of it only what they wrote: the last address that is none of theirs.
 */
public final class Networks {
  private static final int IPV4_BITS = 24;
  private static final int IPV6_BITS = 48;

  private final List<IpNetwork> proxies;

  public Networks(List<String> trustedProxies) {
    proxies = trustedProxies.stream().map(IpNetwork::of).toList();
  }

  /**
   * The network of whoever asks.
   *
   * @param peer the address at the other end of the connection
   * @param forwardedFor the header fields {@code X-Forwarded-For} in their order, joined by commas
   */
  public IpNetwork of(String peer, @Nullable String forwardedFor) {
    InetAddress nearest = InetAddress.ofLiteral(peer);
    if (forwardedFor != null && isProxy(nearest)) {
      List<String> hops = Arrays.asList(forwardedFor.split(",", -1)).reversed();
      for (String hop : hops) {
        InetAddress before = address(hop.strip());
        if (before == null) {
          break;
        }
        nearest = before;
        if (!isProxy(nearest)) {
          break;
        }
      }
    }
    return IpNetwork.around(nearest, IPV4_BITS, IPV6_BITS);
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  private static @Nullable InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
