/**
 * What all commands share: arguments, answers, tables, text and JSON at a terminal.
 *
 * <p>In come {@link dev.offprint.cli.console.Features} and a {@link
 * dev.offprint.cli.console.Console}; out goes an {@link dev.offprint.cli.console.CommandResult} or
 * a {@link dev.offprint.cli.console.CommandFailure} with the exit code.
 */
@NullMarked
package dev.offprint.cli.console;

import org.jspecify.annotations.NullMarked;
