package dev.offprint.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager how the daemon is, by the protocol of sd_notify(3): that it is ready,
 * that it stops, and, where the manager watches, that it still works. Does nothing where no manager
 * asks, as in a terminal.
 */
final class ServiceNotification implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceNotification.class);

  private final @Nullable NotifySocket socket;
  private final Optional<Duration> pace;
  private final ScheduledExecutorService watching =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watchdog").daemon(true).factory());

  private ServiceNotification(@Nullable NotifySocket socket, Optional<Duration> pace) {
    this.socket = socket;
    this.pace = pace;
  }

  /**
   * As the variables of the process say.
   *
   * @param process its id: a manager may watch another one of the same service
   */
  static ServiceNotification of(Map<String, String> environment, long process) {
    String name = environment.get("NOTIFY_SOCKET");
    if (name == null || name.isEmpty()) {
      return new ServiceNotification(null, Optional.empty());
    }
    try {
      return new ServiceNotification(new NotifySocket(name), pace(environment, process));
    } catch (IllegalArgumentException e) {
      LOG.warn("the service manager is told nothing: {}", e.getMessage());
      return new ServiceNotification(null, Optional.empty());
    }
  }

  /** Half of the time after which the manager takes the process for hung, as it recommends. */
  static Optional<Duration> pace(Map<String, String> environment, long process) {
    String wanted = environment.getOrDefault("WATCHDOG_USEC", "");
    String whose = environment.getOrDefault("WATCHDOG_PID", "");
    boolean isOurs = whose.isEmpty() || whose.equals(Long.toString(process));
    if (!isOurs || !wanted.matches("[0-9]{1,15}") || Long.parseLong(wanted) < 2) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(Long.parseLong(wanted) * 1_000 / 2));
  }

  /**
   * Says that the daemon is ready, and from then on that it works, each time that it does.
   *
   * @param problem what keeps it from working; asked twice within the time that the manager waits
   */
  @SuppressWarnings("FutureReturnValueIgnored") // look throws nothing that must be seen
  void ready(Supplier<Optional<String>> problem) {
    if (!tell("READY=1")) {
      return;
    }
    pace.ifPresent(
        time ->
            watching.scheduleAtFixedRate(
                () -> look(problem), 0, time.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Says that the configuration is read anew; until {@link #reloaded} it is not ready. */
  void reloading() {
    // The manager tells by the clock, which is that of nanoTime, which of two messages is the
    // later.
    tell("RELOADING=1\nMONOTONIC_USEC=" + System.nanoTime() / 1_000);
  }

  /** Says that the daemon is ready again. */
  void reloaded() {
    tell("READY=1");
  }

  /** Tells the manager that the daemon works, if it does. */
  private void look(Supplier<Optional<String>> problem) {
    Optional<String> found = problem.get();
    if (found.isEmpty()) {
      tell("WATCHDOG=1");
      return;
    }
    if (watching.isShutdown()) {
      return; // It stops meanwhile.
    }
    LOG.error("{}; unless that ends, the service manager starts the daemon anew", found.get());
  }

  /** Says that the daemon stops, and watches no more. */
  @Override
  public void close() {
    // Nothing is interrupted: that would end a connection to the database.
    watching.shutdown();
    tell("STOPPING=1");
  }

  private boolean tell(String what) {
    if (socket == null) {
      return false;
    }
    boolean told = socket.send(what);
    if (!told) {
      LOG.warn("the service manager could not be told {}", what);
    }
    return told;
  }
}
