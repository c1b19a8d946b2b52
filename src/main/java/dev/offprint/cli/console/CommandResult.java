package dev.offprint.cli.console;

import java.util.stream.Stream;

/**
 * What a command answers, for a person and for a program.
 *
 * @param text lines for a person; empty when {@link Console#say} has said it all
 * @param document what {@code --json} prints: a {@link Document}, a list of them, or a stream of
 *     them that is read while it is printed, because there may be too many
 * @param failed whether part of what was asked failed, so that the exit code must be 1
 */
public record CommandResult(String text, Object document, boolean failed) {
  /** An answer to a command that did all it was asked. */
  public CommandResult(String text, Object document) {
    this(text, document, false);
  }

  /** Whether the document is still to be read from what the command works with. */
  public boolean isReadLate() {
    return document instanceof Stream<?>;
  }
}
