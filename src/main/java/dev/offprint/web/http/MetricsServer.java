package dev.offprint.web.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the meters to a Prometheus on the same machine, at {@code /metrics} on a port of its own:
 * what a reverse proxy makes public does not hold them.
 */
public final class MetricsServer implements AutoCloseable {
  private static final String BIND = "127.0.0.1";

  private final int port;
  private final Supplier<String> page;
  private @Nullable Javalin running;

  /**
   * The page of some meters; {@link #start} opens the port.
   *
   * @param page in Prometheus' text format
   */
  public MetricsServer(int port, Supplier<String> page) {
    this.port = port;
    this.page = page;
  }

  /**
   * Opens the port.
   *
   * @throws WebServerUnavailable with one line for the operator when it cannot be opened
   */
  public void start() {
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              config.routes.get(
                  "/metrics",
                  context ->
                      context
                          .contentType("text/plain; version=0.0.4; charset=utf-8")
                          .result(page.get()));
            });
    try {
      javalin.start(BIND, port);
    } catch (JavalinBindException e) {
      throw new WebServerUnavailable("server.metrics_port", BIND, port, e);
    }
    running = javalin;
  }

  @Override
  public void close() {
    if (running != null) {
      running.stop();
      running = null;
    }
  }
}
