package dev.offprint.cli.console;

/**
 * A command that does something, as opposed to one that only groups others. Picocli fills its
 * fields from the arguments before it is asked to act.
 *
 * @param <F> what it works with: {@link Features} or a part of them
 */
public interface Action<F extends Installation> {
  /**
   * Acts and answers.
   *
   * @throws CommandFailure with one line for the operator
   */
  CommandResult act(F features, Console console);

  /**
   * Whether it may begin an installation: make a database where there is none. Any other command
   * would find nothing in a new one, and leave it in a folder whose name was mistyped.
   */
  default boolean begins() {
    return false;
  }
}
