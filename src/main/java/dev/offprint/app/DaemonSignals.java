package dev.offprint.app;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

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
    try {
      return given.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Wanted.STOP;
    }
  }
}
