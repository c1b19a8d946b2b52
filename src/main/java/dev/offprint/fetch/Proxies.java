package dev.offprint.fetch;

import dev.offprint.config.HarvestConfiguration;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which requests go through a proxy: all by {@code harvest.proxy} if it is set, else by the
 * variables that other programs read as well, {@code https_proxy}, {@code http_proxy} and {@code
 * all_proxy}, each also in capitals. {@code no_proxy} holds for both. Without any of them it is
 * what Java's own properties say.
 *
 * <p>Java sends no user name for a tunnel unless {@link #allowLogins} was called before the process
 * made its first HTTP client, whoever made it.
 */
public final class Proxies {
  private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  private final Optional<Proxy> configured;
  private final Map<String, String> environment;
  private final DirectHosts direct;

  private Proxies(Optional<Proxy> configured, Map<String, String> environment) {
    this.configured = configured;
    this.environment = environment;
    this.direct = DirectHosts.of(variable("no_proxy").map(Variable::value).orElse(""));
  }

  private record Variable(String name, String value) {}

  /**
   * Has Java send a user name and a password to a proxy for a tunnel as well. By default it does
   * not, because a stranger may hear them on the way to the proxy. There is no other way into it;
   * the operator decided. Java looks once, so this is for the beginning of the process.
   */
  public static void allowLogins() {
    if (System.getProperty(DISABLED_SCHEMES) == null) {
      System.setProperty(DISABLED_SCHEMES, "");
    }
  }

  /** Those of the configuration and of the environment. */
  public static Proxies of(HarvestConfiguration settings, Map<String, String> environment) {
    return new Proxies(
        settings.proxy().isEmpty() ? Optional.empty() : Optional.of(Proxy.of(settings)),
        environment);
  }

  /** What only Java's own properties say. */
  public static Proxies none() {
    return new Proxies(Optional.empty(), Map.of());
  }

  /**
   * The proxy for a request.
   *
   * @param address with a host
   * @throws IllegalArgumentException when a variable names none that can be used
   */
  Optional<Proxy> proxyOf(URI address) {
    if (direct.contains(address)) {
      return Optional.empty();
    }
    if (configured.isPresent()) {
      return configured;
    }
    String scheme = "https".equalsIgnoreCase(address.getScheme()) ? "https" : "http";
    return variable(scheme + "_proxy")
        .or(() -> variable("all_proxy"))
        .map(variable -> Proxy.of(variable.name(), variable.value()));
  }

  private Optional<Variable> variable(String name) {
    for (String each : List.of(name, name.toUpperCase(Locale.ROOT))) {
      String value = environment.getOrDefault(each, "");
      if (!value.isBlank()) {
        return Optional.of(new Variable(each, value));
      }
    }
    return Optional.empty();
  }

  /** A client that goes their way, and follows no redirects by itself. */
  public HttpClient.Builder client() {
    return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).proxy(new Selector());
  }

  /**
   * A request with what its proxy wants.
   *
   * @throws IllegalArgumentException when nothing can be asked at the address
   */
  public HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    proxyOf(address)
        .map(Proxy::credentials)
        .filter(credentials -> !credentials.isEmpty())
        .ifPresent(credentials -> request.header("Proxy-Authorization", credentials));
    return request;
  }

  private final class Selector extends ProxySelector {
    @Override
    public List<java.net.Proxy> select(URI address) {
      Optional<Proxy> proxy = proxyOf(address);
      if (proxy.isPresent()) {
        return List.of(new java.net.Proxy(java.net.Proxy.Type.HTTP, proxy.get().address()));
      }
      ProxySelector usual = ProxySelector.getDefault();
      return usual == null ? List.of(java.net.Proxy.NO_PROXY) : usual.select(address);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
      // The request tells.
    }
  }
}
