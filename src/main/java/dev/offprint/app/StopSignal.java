package dev.offprint.app;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Being told to end: Ctrl-C or SIGTERM.
 *
 * <p>Not a shutdown hook: those run all at once, and H2's closes the database under the messages
 * that are still on the wire. The handler lets the main thread stop everything in order and then
 * end the process. It is reached by reflection because the compiler warns of {@code sun.misc}
 * wherever it is named, and the language has no other way.
 */
public final class StopSignal {
  private final CountDownLatch given = new CountDownLatch(1);

  /** Takes over the signals; from now on they end the process only through {@link #await}. */
  public StopSignal() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object giving =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                given.countDown();
                return null;
              });
      for (String name : new String[] {"INT", "TERM"}) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), giving);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java runtime has no signal handlers", e);
    }
  }

  /** Waits until the process is told to end. */
  public void await() {
    try {
      given.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
