package dev.offprint.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The web pages. */
public record ServerConfiguration(
    @Setting(
            initial = "8080",
            most = 65_535,
            help = "TCP port of the web pages; 0 takes any free one.")
        int port,
    @Setting(
            initial = "127.0.0.1",
            form = Form.HOST,
            help =
                "Address to listen on. Keep 127.0.0.1 behind a reverse proxy; 0.0.0.0 listens"
                    + " everywhere.")
        String bind,
    @Setting(
            initial = "http://localhost:8080",
            help =
                "Address under which readers reach the pages. It stands in every mail, so it must"
                    + " be right before the first one leaves; mail providers want https.")
        URI baseUrl,
    @Setting(
            initial = "0",
            most = 65_535,
            help = "TCP port on 127.0.0.1 under which Prometheus finds /metrics; 0 offers none.")
        int metricsPort,
    @Setting(
            initial = "",
            secret = true,
            help =
                "What mail services must give as a password or Bearer token to post bounces and"
                    + " complaints to /hooks/bounces. Empty takes none.")
        String hookSecret,
    @Setting(
            initial = "127.0.0.1, ::1",
            form = Form.NETWORK,
            help =
                "The reverse proxies that are believed when they say for whom they ask"
                    + " (X-Forwarded-For): addresses, or networks such as 10.0.0.0/8. What others"
                    + " say is ignored.")
        List<String> trustedProxies) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ServerConfiguration {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Whether what is sent to an address never leaves this machine. */
  public static boolean isThisMachine(URI address) {
    return address.getHost() != null
        && THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "Server[" + bind + ":" + port + ", " + baseUrl + "]";
  }
}
