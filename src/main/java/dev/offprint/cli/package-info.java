/**
 * The command line: one class per command.
 *
 * <p>Promised: answers go to standard output and all else to standard error, {@code --json} prints
 * exactly one document, and the exit code is 0 for done, 1 for failed, 2 for wrong usage or
 * configuration. No stack trace for an operator's own mistake.
 */
@NullMarked
package dev.offprint.cli;

import org.jspecify.annotations.NullMarked;
