package dev.offprint.web.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts off connections that take too long for one exchange, whichever part of it they draw out: the
 * header, the body, or reading the reply. An idle timeout alone does not, as a byte now and then
 * satisfies it. Idle connections go in the same way.
 */
public final class SlowClients extends AbstractLifeCycle implements Connection.Listener {
  private static final int LOOKS = 4;

  private final Server server;
  private final Duration patience;
  private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  private record Progress(long exchanges, long since) {}

  /**
   * Watches a server.
   *
   * @param patience how long one exchange may take; it ends at most a quarter later
   */
  public SlowClients(Server server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  @Override
  protected void doStart() {
    stopped = false;
    for (Connector connector : server.getConnectors()) {
      connector.addEventListener(this);
      lookAgain(connector.getScheduler());
    }
  }

  @Override
  protected void doStop() {
    stopped = true;
    open.clear();
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, progress(connection));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  private static Progress progress(Connection connection) {
    return new Progress(connection.getMessagesOut(), NanoTime.now());
  }

  private void lookAgain(Scheduler scheduler) {
    if (!stopped) {
      scheduler.schedule(
          () -> {
            open.forEach(this::look);
            lookAgain(scheduler);
          },
          patience.toMillis() / LOOKS,
          TimeUnit.MILLISECONDS);
    }
  }

  private void look(Connection connection, Progress before) {
    if (connection.getMessagesOut() != before.exchanges) {
      open.replace(connection, before, progress(connection));
    } else if (NanoTime.elapsed(before.since, NanoTime.now()) > patience.toNanos()) {
      open.remove(connection);
      connection.getEndPoint().close();
    }
  }
}
