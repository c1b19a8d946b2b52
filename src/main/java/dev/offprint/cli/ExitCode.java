package dev.offprint.cli;

/** What the program returns to its caller. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;

  /** Wrong usage or wrong configuration. */
  static final int WRONG_USAGE = 2;

  private ExitCode() {}
}
