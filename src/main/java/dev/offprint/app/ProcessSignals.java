package dev.offprint.app;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Takes over signals of the operating system.
 *
 * <p>Reached by reflection because the compiler warns of {@code sun.misc} wherever it is named, and
 * the language has no other way.
 */
final class ProcessSignals {
  private ProcessSignals() {}

  /**
   * Has signals given to somebody, on a thread of their own, in place of ending the process. One
   * that the process was started to ignore stays ignored.
   *
   * @param names without {@code SIG}
   * @param taker takes the name
   * @throws IllegalStateException when this Java leaves them to the system
   */
  static void give(Collection<String> names, Consumer<String> taker) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object giving =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                taker.accept((String) signal.getMethod("getName").invoke(arguments[0]));
                return null;
              });
      for (String name : names) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), giving);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java runtime has no signal handlers", e);
    }
  }
}
