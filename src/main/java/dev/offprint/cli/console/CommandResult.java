package dev.offprint.cli.console;

/**
 * What a command answers, for a person and for a program.
 *
 * @param text lines for a person; empty when {@link Console#say} has said it all
 * @param document what {@code --json} prints: a {@link Document}, or a list of them
 * @param failed whether part of what was asked failed, so that the exit code must be 1
 */
public record CommandResult(String text, Object document, boolean failed) {
  /** An answer to a command that did all it was asked. */
  public CommandResult(String text, Object document) {
    this(text, document, false);
  }
}
