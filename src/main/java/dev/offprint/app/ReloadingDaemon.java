package dev.offprint.app;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.config.ConfigurationLoader.Effective;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon that can be stopped and started with its configuration as it is by then, in the same
 * process. A configuration that cannot be used changes nothing: it goes on with the one before.
 */
final class ReloadingDaemon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReloadingDaemon.class);

  private final ServiceNotification manager;
  private Wiring wiring;
  private volatile @Nullable Daemon running;

  /**
   * Starts nothing.
   *
   * @param manager is told when it is ready
   */
  ReloadingDaemon(Wiring wiring, ServiceNotification manager) {
    this.wiring = wiring;
    this.manager = manager;
  }

  /** Starts it for the first time. */
  void start() {
    begin();
    manager.ready(this::problem);
  }

  private void begin() {
    Daemon daemon = new Daemon(wiring);
    try {
      daemon.start();
    } catch (RuntimeException e) {
      daemon.close();
      throw e;
    }
    running = daemon;
  }

  /** What keeps it from its work; being reloaded does not count. */
  private Optional<String> problem() {
    Daemon daemon = running;
    return daemon == null ? Optional.empty() : daemon.problem();
  }

  /** Whether its database was closed by a failed write, so that only another process can go on. */
  boolean hasLostDatabase() {
    return running != null && wiring.database().isLost();
  }

  int port() {
    Daemon daemon = running;
    return daemon == null ? 0 : daemon.port();
  }

  /**
   * Reads the configuration anew and starts with it.
   *
   * @throws RuntimeException when it could start neither with this one nor with the one before
   */
  void reload() {
    Wiring before = wiring;
    Wiring after = before.anew();
    try {
      LOG.info("the configuration is read anew; changed: {}", changed(before, after));
    } catch (CommandFailure e) {
      LOG.error("reading the configuration anew changed nothing: {}", e.inOneLine());
      return;
    }
    manager.reloading();
    stop();
    try {
      wiring = after;
      begin();
    } catch (RuntimeException e) {
      LOG.error(
          "with the changed configuration the daemon does not start, and it goes on as before: {}",
          e instanceof CommandFailure failure ? failure.inOneLine() : e.getMessage());
      after.close();
      wiring = before.reopened();
      begin();
    }
    manager.reloaded();
  }

  /** Keys alone; of secrets it cannot be told. */
  private static String changed(Wiring before, Wiring after) {
    Map<String, String> old =
        before.settings().stream()
            .collect(Collectors.toMap(each -> each.setting().key(), Effective::value));
    String keys =
        after.settings().stream()
            .filter(each -> !each.value().equals(old.get(each.setting().key())))
            .map(each -> each.setting().key())
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? "no setting that is shown" : keys;
  }

  private void stop() {
    Daemon daemon = running;
    running = null;
    if (daemon != null) {
      daemon.close();
    }
    wiring.close();
  }

  @Override
  public void close() {
    stop();
  }
}
