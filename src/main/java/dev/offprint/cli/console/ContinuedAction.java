package dev.offprint.cli.console;

/** An action that goes on once its answer is printed, with what nobody needs to wait for. */
public interface ContinuedAction extends Action {
  /** Goes on; whatever comes of it, the answer and the exit code stay. */
  void goOn(Features features, Console console);
}
