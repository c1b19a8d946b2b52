package dev.offprint.cli.console;

import java.util.List;

/** A command could not do what it was asked; the message is one line that says what to do. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<String> details;

  private CommandFailure(int exitCode, String message, List<String> details) {
    super(message);
    this.exitCode = exitCode;
    this.details = List.copyOf(details);
  }

  /** The command was used rightly and failed; exit code 1. */
  public static CommandFailure failed(String message) {
    return new CommandFailure(ExitCode.FAILED, message, List.of());
  }

  /** The command was used wrongly; exit code 2. */
  public static CommandFailure wrongUsage(String message) {
    return new CommandFailure(ExitCode.WRONG_USAGE, message, List.of());
  }

  /** The command was used wrongly; exit code 2, and each problem stands on a line of its own. */
  static CommandFailure wrongUsage(String message, List<String> problems) {
    return new CommandFailure(ExitCode.WRONG_USAGE, message, problems);
  }

  /** The configuration is wrong; exit code 2, and each problem stands on a line of its own. */
  public static CommandFailure wrongConfiguration(String message, List<String> problems) {
    return new CommandFailure(ExitCode.WRONG_USAGE, message, problems);
  }

  public int exitCode() {
    return exitCode;
  }

  /** All of it, for a log. */
  public String inOneLine() {
    return details.isEmpty()
        ? String.valueOf(getMessage())
        : getMessage() + ": " + String.join("; ", details);
  }

  /** What is wrong, one line each, where the message alone does not say it. */
  public List<String> details() {
    return details;
  }
}
