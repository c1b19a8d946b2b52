package dev.offprint.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What the process is told from outside: to end, by Ctrl-C or SIGTERM, or to read its configuration
 * anew, by SIGHUP.
 *
 * <p>Not a shutdown hook: those run all at once, and H2's closes the database under the messages
 * that are still on the wire. The handler lets the main thread stop everything in order and then
 * end the process.
 */
public final class DaemonSignals {
  /** What is to be done. */
  public enum Wanted {
    STOP,
    RELOAD
  }

  private static final Map<String, Wanted> NAMES =
      Map.of("INT", Wanted.STOP, "TERM", Wanted.STOP, "HUP", Wanted.RELOAD);

  private final BlockingQueue<Wanted> given = new LinkedBlockingQueue<>();

  /** Takes over the signals; from now on they end the process only through {@link #await}. */
  public DaemonSignals() {
    ProcessSignals.give(NAMES.keySet(), name -> given.add(NAMES.getOrDefault(name, Wanted.STOP)));
  }

  /** Waits until the process is told something. */
  public Wanted await() {
    Optional<Wanted> wanted;
    do {
      wanted = await(Duration.ofDays(1));
    } while (wanted.isEmpty());
    return wanted.get();
  }

  /** Waits until the process is told something, or for so long. */
  public Optional<Wanted> await(Duration longest) {
    try {
      return Optional.ofNullable(given.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Wanted.STOP);
    }
  }
}
