package dev.offprint.config;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * The addresses that begin with the same bits, in IPv4 or IPv6; a single address is one with all
 * its bits (RFC 4632, section 3.1; RFC 4291, section 2.3).
 */
public final class IpNetwork {
  private final byte[] first;
  private final int bits;

  private IpNetwork(byte[] address, int bits) {
    this.first = masked(address, bits);
    this.bits = bits;
  }

  /**
   * Reads an address such as {@code 192.0.2.7} or {@code 2001:db8::1}, or a network such as {@code
   * 10.0.0.0/8}.
   *
   * @throws IllegalArgumentException when it is neither; names are not looked up
   */
  public static IpNetwork of(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    // Java takes "192.0.2" for 192.0.0.2, as some old programs do.
    if (!literal.contains(":") && !literal.matches("\\d+(\\.\\d+){3}")) {
      throw new IllegalArgumentException("an address has four numbers");
    }
    byte[] address = InetAddress.ofLiteral(literal).getAddress();
    int bits = slash < 0 ? address.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > address.length * Byte.SIZE) {
      throw new IllegalArgumentException("no address has " + bits + " bits");
    }
    return new IpNetwork(address, bits);
  }

  /** The network of so many bits around an address; of all its bits where it has fewer. */
  public static IpNetwork around(InetAddress address, int bitsOfIpv4, int bitsOfIpv6) {
    byte[] bytes = address.getAddress();
    return new IpNetwork(bytes, bytes.length == 4 ? bitsOfIpv4 : bitsOfIpv6);
  }

  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == first.length && Arrays.equals(first, masked(bytes, bits));
  }

  private static byte[] masked(byte[] address, int bits) {
    byte[] masked = address.clone();
    for (int bit = bits; bit < masked.length * Byte.SIZE; bit++) {
      masked[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
    }
    return masked;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpNetwork network
        && bits == network.bits
        && Arrays.equals(first, network.first);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + bits;
  }

  /** Such as {@code 10.0.0.0/8}. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(first).getHostAddress() + "/" + bits;
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
