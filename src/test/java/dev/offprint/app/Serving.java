package dev.offprint.app;

import dev.offprint.db.NodeShare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;

/** The daemon of an installation, until it is closed. */
public final class Serving implements AutoCloseable {
  private final URI pages;
  private final URI operator;
  private final Wiring wiring;
  private final Daemon daemon;

  Serving(Installation installation) {
    int port = freePort();
    int operatorPort = freePort();
    operator = URI.create("http://127.0.0.1:" + operatorPort + "/");
    pages = URI.create("http://127.0.0.1:" + port + "/");
    wiring =
        installation
            .with("OFFPRINT_SERVER__PORT", Integer.toString(port))
            .with("OFFPRINT_SERVER__METRICS_PORT", Integer.toString(operatorPort))
            .with("OFFPRINT_SERVER__BASE_URL", "http://127.0.0.1:" + port)
            .wiring();
    daemon = new Daemon(wiring);
    daemon.start();
  }

  /** The links in mails name the port, so it must be known before it is opened. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the pages are. */
  public URI pages() {
    return pages;
  }

  /** Where the operator looks. */
  public URI operator() {
    return operator;
  }

  /** Plans what is due and has it sent, as the timetable does each minute. */
  public void planDue() {
    wiring.planner().planDue(NodeShare.WHOLE);
    daemon.wake();
  }

  @Override
  public void close() {
    daemon.close();
    wiring.close();
  }
}
