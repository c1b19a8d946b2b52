package dev.offprint.fetch;

import dev.offprint.config.HarvestConfiguration;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * A server that passes requests on (RFC 9110, section 3.7).
 *
 * @param key what names it: a key of the configuration, or a variable
 * @param host a name or an address; an IPv6 address in brackets
 * @param credentials what stands in {@code Proxy-Authorization}; empty when it wants none
 */
record Proxy(String key, String host, int port, String credentials) {
  private static final int USUAL_PORT = 80;

  /** As it is configured, where the form of the address was checked. */
  static Proxy of(HarvestConfiguration settings) {
    URI address = URI.create(withScheme(settings.proxy()));
    return new Proxy(
        "harvest.proxy",
        address.getHost(),
        port(address),
        settings.proxyUsername().isEmpty() && settings.proxyPassword().isEmpty()
            ? ""
            : basic(settings.proxyUsername() + ":" + settings.proxyPassword()));
  }

  /**
   * As a variable of the environment names it, where a name and a password may stand before an @.
   *
   * @throws IllegalArgumentException with a message that quotes nothing of the value
   */
  static Proxy of(String variable, String value) {
    try {
      URI address = new URI(withScheme(value.strip()));
      if (!"http".equalsIgnoreCase(address.getScheme())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s names a proxy by %s://, and only one by http:// can be used",
                variable,
                address.getScheme()));
      }
      if (address.getHost() != null && address.getPort() <= 65_535) {
        String login = address.getRawUserInfo();
        return new Proxy(
            variable,
            address.getHost(),
            port(address),
            login == null || login.isEmpty() ? "" : basic(decoded(login)));
      }
    } catch (URISyntaxException e) {
      // Its message would quote a password.
    }
    throw new IllegalArgumentException(
        variable + " is no address of a proxy, such as http://proxy.example.org:3128");
  }

  private static String withScheme(String address) {
    return address.contains("://") ? address : "http://" + address;
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? USUAL_PORT : address.getPort();
  }

  /** A plus sign is itself there, unlike in a form. */
  private static String decoded(String login) {
    String decoded = URLDecoder.decode(login.replace("+", "%2B"), StandardCharsets.UTF_8);
    return decoded.contains(":") ? decoded : decoded + ":";
  }

  /** RFC 7617. */
  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** Looks the name up, as it may have moved. */
  InetSocketAddress address() {
    return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
  }

  /** What the operator calls it. */
  String inWords() {
    return "the proxy " + host + ":" + port + " (" + key + ")";
  }

  @Override
  public String toString() {
    return inWords();
  }
}
