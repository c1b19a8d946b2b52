package dev.offprint.cli.console;

/**
 * A command that does something, as opposed to one that only groups others. Picocli fills its
 * fields from the arguments before it is asked to act.
 */
public interface Action {
  /**
   * Acts and answers.
   *
   * @throws CommandFailure with one line for the operator
   */
  CommandResult act(Features features, Console console);
}
