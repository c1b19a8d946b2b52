package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells from which network a request comes. Limits count by network, as whoever has one address of
 * it has most often all: 24 bits of IPv4, 48 of IPv6 (RFC 6177, section 2).
 *
 * <p>Anyone can send an {@code X-Forwarded-For} or a {@code Forwarded} (RFC 7239); they are
 * believed from the proxies of the configuration alone, and of them only what these wrote: the last
 * address that is none of theirs. Where there are both, the first one counts.
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
   * @param forwardedFor the header fields {@code X-Forwarded-For} in their order
   * @param forwarded the header fields {@code Forwarded} in their order
   */
  public IpNetwork of(String peer, List<String> forwardedFor, List<String> forwarded) {
    InetAddress nearest = Hop.address(peer);
    if (nearest == null) {
      throw new IllegalArgumentException("the peer has no address: " + peer);
    }
    if (isProxy(nearest)) {
      List<String> hops =
          forwardedFor.isEmpty() ? Hop.ofForwarded(forwarded) : Hop.ofForwardedFor(forwardedFor);
      for (String hop : hops.reversed()) {
        InetAddress before = Hop.address(hop);
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
}
