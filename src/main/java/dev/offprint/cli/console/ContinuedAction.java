package dev.offprint.cli.console;

/**
 * An action that goes on once its answer is printed, with what nobody needs to wait for.
 *
 * @param <F> what it works with: {@link Features} or a part of them
 */
public interface ContinuedAction<F extends Installation> extends Action<F> {
  /** Goes on; whatever comes of it, the answer and the exit code stay. */
  void goOn(F features, Console console);
}
