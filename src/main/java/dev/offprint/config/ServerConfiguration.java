package dev.offprint.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    @Inline Watching watching,
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

  /** Where the operator, Prometheus and whoever watches the process look. */
  public record Watching(
      @Setting(
              initial = "0",
              most = 65_535,
              help =
                  "TCP port of the operator's page, of /metrics for Prometheus, and of /health/live"
                      + " and /health/ready; 0 offers none.")
          int metricsPort,
      @Setting(
              initial = "127.0.0.1",
              form = Form.HOST,
              help =
                  "Address that this port listens on. One that other machines reach needs"
                      + " metrics_password.")
          String metricsBind,
      @Setting(
              initial = "",
              secret = true,
              help =
                  "Password of the operator's page and of /metrics, by HTTP Basic with any user"
                      + " name. It goes over the network as it is, so keep a proxy with TLS before"
                      + " it. Empty asks for none, on this machine alone.")
          String metricsPassword) {
    private static final String BIND = "server.metrics_bind";
    private static final String PASSWORD = "server.metrics_password";

    /** On this machine alone, without a password. */
    public static Watching onPort(int port) {
      return new Watching(port, "127.0.0.1", "");
    }

    /** Whether no other machine can get there. */
    private static boolean isLoopback(String bind) {
      return bind.equalsIgnoreCase("localhost")
          || bind.matches("127(\\.\\d{1,3}){3}")
          || bind.matches("\\[?(0{0,4}:){2,7}0{0,3}1]?");
    }

    /** What the keys must be together; each alone is valid, or was refused before. */
    static List<Problem> problems(Map<String, Object> values, Map<String, Given> given) {
      return values.get(BIND) instanceof String bind
              && !isLoopback(bind)
              && "".equals(values.get(PASSWORD))
          ? List.of(
              Objects.requireNonNull(given.get(BIND))
                  .problem(
                      "is an address that other machines reach, and there is no " + PASSWORD,
                      "give one, best as " + PASSWORD + "_file, or listen on 127.0.0.1"))
          : List.of();
    }

    @Override
    public String toString() {
      return "Watching[" + metricsBind + ":" + metricsPort + "]";
    }
  }

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
