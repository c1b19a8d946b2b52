package dev.offprint.web;

import dev.offprint.bounces.ReturnedMail;
import dev.offprint.config.ServerConfiguration;
import dev.offprint.papers.PaperStore;
import dev.offprint.search.PaperCatalogue;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.LinkKey;
import dev.offprint.templates.BrokenTemplate;
import dev.offprint.templates.Templates;
import dev.offprint.web.http.Body;
import dev.offprint.web.http.Exchange;
import dev.offprint.web.http.FormTokens;
import dev.offprint.web.http.Limits;
import dev.offprint.web.http.Networks;
import dev.offprint.web.http.Port;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.ProcessMark;
import dev.offprint.web.http.RefusedRequests;
import dev.offprint.web.http.Rendering;
import dev.offprint.web.http.Reply;
import dev.offprint.web.http.ReplyHeaders;
import dev.offprint.web.http.RequestSize;
import dev.offprint.web.http.Route;
import dev.offprint.web.http.SlowClients;
import dev.offprint.web.http.WebServerUnavailable;
import dev.offprint.web.reader.People;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the pages over HTTP; TLS is a reverse proxy's. With {@link Exchange} the one place that
 * sees the HTTP server; which page is where, {@link Pages} says.
 *
 * <p>Requests are not logged: their paths hold tokens, and who reads what is nobody's business.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final long MAX_FORM_BYTES = 64 * 1024;
  private static final int MOST_CONNECTIONS = 1_000;

  /** A whole page is some tens of kilobytes: this much time serves the slowest telephone. */
  private static final Duration SLOWEST = Duration.ofSeconds(30);

  /** Half the work of the usual 6, for pages that are a tenth larger. */
  private static final int COMPRESSION = 2;

  private static final long STOP_MILLISECONDS = 5_000;
  private static final long IDLE_MILLISECONDS = 50;

  private final ServerConfiguration where;
  private final Parts parts;
  private final ReturnedMail returned;
  private final Optional<ProcessMark> mark;
  private final Rendering rendering;
  private final Exchange exchange;
  private final Pages pages;
  private @Nullable Javalin running;

  /**
   * What the pages work with.
   *
   * @param key from which the tokens of forms are derived
   * @param background does what the forms of strangers ask for, so that the time of an answer does
   *     not tell whether an address is known
   */
  public record Parts(
      People people,
      Library library,
      Look look,
      Limits limits,
      LinkKey key,
      InstantSource clock,
      Executor background) {}

  /** What is read. */
  public record Library(PaperStore papers, PaperCatalogue catalogue, RecentPapers recent) {}

  /**
   * How it is shown.
   *
   * @param folder the folder that {@code templates} reads; holds {@code web/style.css}
   */
  public record Look(Templates templates, Path folder) {}

  /** The pages of one installation; {@link #start} opens the port. */
  public WebServer(ServerConfiguration where, Parts parts, ReturnedMail returned) {
    this(where, parts, returned, Optional.empty());
  }

  /**
   * Such pages, by which their process can be known.
   *
   * @param mark answers challenges
   */
  public WebServer(
      ServerConfiguration where, Parts parts, ReturnedMail returned, Optional<ProcessMark> mark) {
    this.where = where;
    this.parts = parts;
    this.returned = returned;
    this.mark = mark;
    this.rendering = new Rendering(parts.look().templates(), where.baseUrl());
    this.exchange =
        new Exchange(
            rendering,
            new Networks(where.trustedProxies()),
            parts.limits(),
            new FormTokens(parts.key()),
            parts.clock());
    this.pages = new Pages(parts, rendering);
  }

  /**
   * Opens the port and answers from now on.
   *
   * @throws WebServerUnavailable with one line for the operator when the port cannot be opened, or
   *     the style sheet is missing
   */
  public void start() {
    Javalin javalin = Javalin.create(this::configure);
    Port.open(javalin, "server.port or server.bind", where.bind(), where.port());
    running = javalin;
  }

  /** The port that is open; only after {@link #start}. */
  public int port() {
    if (running == null) {
      throw new IllegalStateException("the web server was not started");
    }
    return running.port();
  }

  /** Takes no new requests, and lets those under way end for up to 5 seconds. */
  public void stop() {
    if (running != null) {
      try {
        running.stop();
      } catch (JavalinException e) {
        // By then all connections are closed.
        log.warn("some requests took too long and were cut off: {}", e.getMessage());
      }
      running = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MAX_FORM_BYTES;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(COMPRESSION));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(RequestSize.READ);
        });
    config.jetty.modifyServer(WebServer::limit);
    Map<String, String> headers = ReplyHeaders.of(where.baseUrl());
    config.jetty.modifyServer(
        server -> server.setErrorHandler(new RefusedRequests(rendering, headers)));
    config.routes.before(
        context -> {
          headers.forEach(context::header);
          int status =
              RequestSize.status(context.path(), context.queryString(), context.headerMap());
          if (status != 200) {
            throw new HttpResponseException(status);
          }
        });
    for (Route route :
        Stream.concat(pages.routes().stream(), mark.map(WebServer::marked).stream()).toList()) {
      Handler handler = context -> exchange.answer(context, route);
      switch (route.method()) {
        case GET -> {
          config.routes.get(route.path(), handler);
          // The same header, and the server sends no body (RFC 9110, section 9.3.2).
          config.routes.head(route.path(), handler);
        }
        case POST -> config.routes.post(route.path(), handler);
      }
    }
    if (!where.hookSecret().isEmpty()) {
      config.routes.post("/hooks/bounces", hook());
    }
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          Optional.ofNullable(e.getDetails().get("availableMethods"))
              .ifPresent(methods -> context.header("Allow", methods));
          exchange.write(context, ProblemPage.of(e.getStatus()));
        });
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          log.error("The page {} failed", context.endpoint().path, e);
          exchange.write(context, ProblemPage.of(500));
        });
    config.routes.exception(
        BrokenTemplate.class,
        (e, context) -> {
          log.error("The page {} cannot be shown: {}", context.endpoint().path, e.getMessage());
          context
              .status(500)
              .contentType("text/plain; charset=utf-8")
              .result(exchange.accepted(context).text("problem.unshown") + "\n");
        });
  }

  private static Route marked(ProcessMark mark) {
    return Route.get(
        ProcessMark.PATH + "{challenge}",
        Route.Guard.NONE,
        request ->
            mark.answer(request.part("challenge"))
                .<Reply>map(
                    answer ->
                        Body.ok("text/plain; charset=utf-8", answer)
                            .with("Cache-Control", "no-store"))
                .orElseGet(() -> ProblemPage.of(404)));
  }

  private static void limit(Server server) {
    server.setStopTimeout(STOP_MILLISECONDS);
    GracefulHandler graceful = new GracefulHandler();
    // Connections that browsers keep open without asking for anything are not waited for.
    graceful.setShutdownIdleTimeout(IDLE_MILLISECONDS);
    server.insertHandler(graceful);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.addBean(new SlowClients(server, SLOWEST));
  }

  /** Its body is larger than a form, and is read only once the password was right. */
  private Handler hook() {
    var hook = new BounceHook(where.hookSecret(), returned, parts.clock());
    return context -> {
      BounceHook.Receipt answer =
          hook.answer(context.header("Authorization"), context.bodyInputStream());
      if (answer.status() == 401) {
        // Some services send a password only when they are asked for it.
        context.header("WWW-Authenticate", "Basic realm=\"bounces\"");
      }
      context
          .status(answer.status())
          .contentType("application/json")
          .result(JSON.writeValueAsString(answer.document()) + "\n");
    };
  }
}
