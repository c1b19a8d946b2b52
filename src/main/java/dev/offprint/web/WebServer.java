package dev.offprint.web;

import dev.offprint.bounces.ReturnedMail;
import dev.offprint.config.Configuration;
import dev.offprint.digests.BrokenTemplate;
import dev.offprint.digests.Templates;
import dev.offprint.subscribers.LikedPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Wish;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the pages over HTTP. The one class that sees the HTTP server; TLS is a reverse proxy's.
 *
 * <p>Requests are not logged: their paths hold tokens, and who reads what is nobody's business.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final long MAX_FORM_BYTES = 64 * 1024;
  private static final long STOP_MILLISECONDS = 5_000;
  private static final long IDLE_MILLISECONDS = 50;
  private static final String UNSHOWN = "This page cannot be shown at the moment.\n";
  private static final String HTML = "text/html; charset=utf-8";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  private final Configuration.Server where;
  private final Parts parts;
  private final ReturnedMail returned;
  private final String base;
  private @Nullable Javalin running;

  /**
   * What the pages work with.
   *
   * @param templatesFolder the folder that {@code templates} reads; holds {@code web/style.css}
   */
  public record Parts(
      SubscriberStore subscribers,
      Notices notices,
      LinkTokens tokens,
      LikedPapers liked,
      Templates templates,
      Path templatesFolder,
      InstantSource clock) {}

  /** Prepares the pages; {@link #start} opens the port. */
  public WebServer(Configuration.Server where, Parts parts, ReturnedMail returned) {
    this.where = where;
    this.parts = parts;
    this.returned = returned;
    String path = where.baseUrl().getRawPath();
    this.base = path == null ? "" : path.replaceFirst("/+$", "");
  }

  /**
   * Opens the port and answers from now on.
   *
   * @throws WebServerUnavailable with one line for the operator when the port cannot be opened, or
   *     the style sheet is missing
   */
  public void start() {
    Javalin javalin = Javalin.create(this::configure);
    try {
      javalin.start(where.bind(), where.port());
    } catch (JavalinBindException e) {
      throw new WebServerUnavailable("server.port or server.bind", where.bind(), where.port(), e);
    }
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
      running.stop();
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
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MILLISECONDS);
          GracefulHandler graceful = new GracefulHandler();
          // Connections that browsers keep open without asking for anything are not waited for.
          graceful.setShutdownIdleTimeout(IDLE_MILLISECONDS);
          server.insertHandler(graceful);
        });
    config.routes.before(context -> HEADERS.forEach(context::header));
    addPages(config);
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          render(context, Problem.of(e.getStatus()));
        });
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          log.error("The page {} failed", context.endpoint().path, e);
          render(context, Problem.of(500));
        });
    config.routes.exception(
        BrokenTemplate.class,
        (e, context) -> {
          log.error("The page {} cannot be shown: {}", context.endpoint().path, e.getMessage());
          context.status(500).contentType("text/plain; charset=utf-8").result(UNSHOWN);
        });
  }

  private void addPages(JavalinConfig config) {
    var front = new FrontPage(parts.subscribers(), parts.notices(), parts.clock());
    var confirm =
        new ConfirmPage(parts.subscribers(), parts.notices(), parts.tokens(), parts.clock());
    var unsubscribe = new UnsubscribePage(parts.subscribers(), parts.tokens(), parts.clock());
    var preferences =
        new PreferencesPage(
            parts.subscribers(),
            parts.liked(),
            parts.notices().ledger(),
            parts.tokens(),
            parts.clock());
    var erase = new ErasePage(parts.subscribers(), parts.tokens(), parts.clock());
    var departed = new DepartedPage(parts.subscribers(), parts.tokens(), parts.clock());
    var link =
        new LinkPage(
            parts.subscribers(),
            parts.notices(),
            task -> Thread.ofVirtual().start(task),
            parts.clock());
    var liking = new LikingPage(parts.subscribers(), parts.liked(), parts.tokens(), parts.clock());
    var routes = config.routes;
    routes.get("/", page(context -> front.show()));
    routes.post("/subscribe", page(context -> front.subscribe(form(context))));
    routes.get("/confirm/{token}", page(context -> confirm.show(token(context))));
    routes.post("/confirm/{token}", page(context -> confirm.confirm(token(context))));
    routes.get("/unsubscribe/{token}", page(context -> unsubscribe.show(token(context))));
    // Its body is not read: what a mail program's one click sends there adds nothing.
    routes.post("/unsubscribe/{token}", page(context -> unsubscribe.unsubscribe(token(context))));
    routes.get("/preferences/{token}", page(context -> preferences.show(token(context))));
    routes.post(
        "/preferences/{token}", page(context -> preferences.change(token(context), form(context))));
    routes.post(
        "/preferences/{token}/take-back",
        page(context -> preferences.takeBack(token(context), form(context).text("paper"))));
    routes.post(
        "/preferences/{token}/pause",
        page(context -> preferences.pause(token(context), form(context).text("until"))));
    routes.post("/preferences/{token}/resume", page(context -> preferences.resume(token(context))));
    routes.get("/preferences/{token}/erase", page(context -> erase.show(token(context))));
    routes.post("/preferences/{token}/erase", page(context -> erase.erase(token(context))));
    routes.get("/preferences/{token}/data.json", data());
    routes.post(
        "/come-back/{token}",
        page(context -> departed.comeBack(token(context), form(context).text("how"))));
    routes.get("/link", page(context -> link.show()));
    routes.post("/link", page(context -> link.ask(form(context).text("address"))));
    for (Wish wish : Wish.values()) {
      String path = "/" + wish.name().toLowerCase(Locale.ROOT) + "/{token}";
      routes.get(path, page(context -> liking.show(wish, token(context), paper(context))));
      routes.post(
          path, page(context -> liking.say(wish, token(context), form(context).text("paper"))));
    }
    routes.post(
        "/take-back/{token}",
        page(context -> liking.takeBack(token(context), form(context).text("paper"))));
    routes.get("/style.css", styleSheet());
    if (!where.hookSecret().isEmpty()) {
      routes.post("/hooks/bounces", hook());
    }
  }

  private Handler data() {
    var data =
        new DataPage(
            parts.subscribers(),
            parts.liked(),
            parts.notices().ledger(),
            parts.tokens(),
            parts.clock());
    return context ->
        data.of(token(context))
            .ifPresentOrElse(
                document ->
                    context
                        .header("Content-Disposition", "attachment; filename=\"offprint.json\"")
                        .contentType("application/json")
                        .result(JSON.writeValueAsString(document) + "\n"),
                () -> render(context, Problem.brokenLink()));
  }

  /** Its body is larger than a form, and is read only once the password was right. */
  private Handler hook() {
    var hook = new BounceHook(where.hookSecret(), returned, parts.clock());
    return context -> {
      BounceHook.Answer answer =
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

  private Handler page(Function<Context, Answer> page) {
    return context -> render(context, page.apply(context));
  }

  private Handler styleSheet() {
    Path file = parts.templatesFolder().resolve("web/style.css");
    byte[] styles;
    try {
      styles = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WebServerUnavailable(file, e);
    }
    return context ->
        context
            .contentType("text/css; charset=utf-8")
            .header("Cache-Control", "max-age=3600")
            .result(styles);
  }

  private void render(Context context, Answer answer) {
    Map<String, Object> values = answer.with("base", base).values();
    String html = parts.templates().render(answer.template(), values);
    context.status(answer.status()).contentType(HTML).result(html);
  }

  private static String token(Context context) {
    return context.pathParam("token");
  }

  private static String paper(Context context) {
    try {
      String paper = context.queryParam("paper");
      return paper == null ? "" : paper;
    } catch (IllegalArgumentException e) {
      // Half an escape.
      throw new HttpResponseException(400);
    }
  }

  private static FormFields form(Context context) {
    try {
      String type = context.contentType();
      if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
        throw new HttpResponseException(415);
      }
      return new FormFields(context.formParamMap());
    } catch (IllegalArgumentException e) {
      // Half an escape, or a character set that there is not.
      throw new HttpResponseException(400);
    }
  }
}
