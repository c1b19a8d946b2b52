package dev.offprint.app;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is made when it is first asked for, once. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> make;
  private @Nullable T made;

  Lazy(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public synchronized T get() {
    T result = made;
    if (result == null) {
      result = make.get();
      made = result;
    }
    return result;
  }

  /** Whether it was ever asked for. */
  synchronized boolean isMade() {
    return made != null;
  }
}
