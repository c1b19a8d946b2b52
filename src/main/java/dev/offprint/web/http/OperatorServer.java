package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import dev.offprint.config.ServerConfiguration;
import dev.offprint.messages.Messages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the operator and programs that watch how Offprint is doing, on a port of its own: what a
 * reverse proxy makes public does not hold it.
 *
 * <p>A route without a guard is open to all; others are guarded by the password. Without one the
 * port is this machine's, and a page of some other site could still lead a browser here by a name
 * of its own (DNS rebinding), so that only the names of this machine are answered to.
 */
public final class OperatorServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorServer.class);
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final long MAX_FORM_BYTES = 4 * 1024;
  private static final Map<String, String> HEADERS =
      ReplyHeaders.of(URI.create("http://localhost"));

  /** Nobody mistypes a password more often. */
  private static final int MISTAKES = 10;

  private final ServerConfiguration.Watching where;
  private final List<Route> routes;
  private final Networks networks;
  private final InstantSource clock;
  private final Optional<SharedSecret> password;
  private final RateLimit<IpNetwork> mistakes = new RateLimit<>(MISTAKES, Duration.ofSeconds(30));
  private @Nullable Javalin running;

  /**
   * Some pages, each of which answers with a {@link Body}; {@link #start} opens the port.
   *
   * @param configuration says where, for whom, and which proxies are believed
   */
  public OperatorServer(
      ServerConfiguration configuration, List<Route> routes, InstantSource clock) {
    this.where = configuration.watching();
    this.routes = List.copyOf(routes);
    this.networks = new Networks(configuration.trustedProxies());
    this.clock = clock;
    this.password =
        Optional.of(where.metricsPassword())
            .filter(given -> !given.isEmpty())
            .map(SharedSecret::new);
  }

  /**
   * Opens the port.
   *
   * @throws WebServerUnavailable with one line for the operator when it cannot be opened
   */
  public void start() {
    Javalin javalin = Javalin.create(this::configure);
    Port.open(
        javalin,
        "server.metrics_port or server.metrics_bind",
        where.metricsBind(),
        where.metricsPort());
    running = javalin;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MAX_FORM_BYTES;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.before(context -> HEADERS.forEach(context::header));
    for (Route route : routes) {
      Handler handler = context -> answer(context, route);
      switch (route.method()) {
        case GET -> {
          config.routes.get(route.path(), handler);
          config.routes.head(route.path(), handler);
        }
        case POST -> config.routes.post(route.path(), handler);
      }
    }
    config.routes.exception(
        HttpResponseException.class,
        (e, context) ->
            plain(context, e.getStatus(), e.getStatus() == 404 ? "There is no such page." : ""));
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("The operator's page {} failed", context.endpoint().path, e);
          plain(context, 500, "This page cannot be shown; the log says why.");
        });
  }

  private void answer(Context context, Route route) {
    if (route.guard() == Route.Guard.NONE || isAllowed(context)) {
      Reply reply = route.page().apply(request(context, route));
      if (reply instanceof Body body) {
        body.headers().forEach(context::header);
        context.status(body.status()).contentType(body.contentType()).result(body.bytes());
      } else {
        throw new IllegalStateException(route.path() + " answers with no body");
      }
    }
  }

  /** Whether it may be answered; if not, it has been told why. */
  private boolean isAllowed(Context context) {
    return password.map(secret -> knows(secret, context)).orElseGet(() -> isAskedByName(context));
  }

  private boolean knows(SharedSecret secret, Context context) {
    String given = context.header("Authorization");
    IpNetwork network = network(context);
    if (given != null && mistakes.isSpent(network, clock.instant())) {
      plain(context, 429, "Too many wrong passwords came from your network; wait a few minutes.");
      return false;
    }
    if (secret.isIn(given)) {
      return true;
    }
    if (given != null) {
      mistakes.take(network, clock.instant());
    }
    // RFC 7617, section 2.
    context.header("WWW-Authenticate", "Basic realm=\"Offprint\", charset=\"UTF-8\"");
    plain(context, 401, "The password is that of server.metrics_password, with any user name.");
    return false;
  }

  private static boolean isAskedByName(Context context) {
    String host = context.header("Host");
    String name = host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    if (OWN_NAMES.contains(name)) {
      return true;
    }
    plain(
        context,
        421,
        "Without server.metrics_password this is shown under the names localhost and 127.0.0.1"
            + " alone.");
    return false;
  }

  private Request request(Context context, Route route) {
    try {
      return new Request(
          context.pathParamMap(),
          new FormFields(context.queryParamMap()),
          route.method() == Route.Method.POST
              ? new FormFields(context.formParamMap())
              : FormFields.NONE,
          "",
          network(context),
          Messages.english());
    } catch (IllegalArgumentException e) {
      // Half an escape, or a character set that there is not.
      throw new HttpResponseException(400);
    }
  }

  private IpNetwork network(Context context) {
    return networks.of(
        context.req().getRemoteAddr(),
        java.util.Collections.list(context.req().getHeaders("X-Forwarded-For")),
        java.util.Collections.list(context.req().getHeaders("Forwarded")));
  }

  private static void plain(Context context, int status, String text) {
    context
        .status(status)
        .contentType(PLAIN)
        .result((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The port that is open; only after {@link #start}. */
  public int port() {
    if (running == null) {
      throw new IllegalStateException("it was not started");
    }
    return running.port();
  }

  @Override
  public void close() {
    if (running != null) {
      try {
        running.stop();
      } catch (JavalinException e) {
        LOG.warn("the operator's page took too long and was cut off: {}", e.getMessage());
      }
      running = null;
    }
  }
}
