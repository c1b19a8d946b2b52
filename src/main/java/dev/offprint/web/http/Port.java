package dev.offprint.web.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;

/** Opens a port for pages. */
public final class Port {
  private Port() {}

  /**
   * Has a server listen.
   *
   * @param keys the settings that say where, for the operator
   * @throws WebServerUnavailable with one line for the operator when it cannot
   */
  public static synchronized void open(Javalin server, String keys, String bind, int port) {
    // It would log its own failure as well, without the reason.
    JavalinLogger.enabled = false;
    try {
      server.start(bind, port);
    } catch (JavalinBindException e) {
      throw new WebServerUnavailable(keys, bind, port, e);
    } finally {
      JavalinLogger.enabled = true;
    }
  }
}
